/**
 * Keeps a box in the shadow root exactly over a picture, wherever that is in the figure.
 *
 * @param gone Called where the picture is taken out of the figure; the box is out then.
 * @returns Ends it, and takes the box out.
 */
export function keepOver(host: Element, media: Element, box: HTMLElement, gone?: () => void): () => void {
  const end = () => {
    sizes.disconnect();
    box.remove();
  };
  const place = () => {
    const [outer, inner] = [host.getBoundingClientRect(), media.getBoundingClientRect()];
    box.style.left = `${String(inner.left - outer.left - host.clientLeft)}px`;
    box.style.top = `${String(inner.top - outer.top - host.clientTop)}px`;
    box.style.width = `${String(inner.width)}px`;
    box.style.height = `${String(inner.height)}px`;
  };
  // What leaves the page has another size, too.
  const sizes = new ResizeObserver(() => {
    if (host.contains(media)) place();
    else {
      end();
      gone?.();
    }
  });
  sizes.observe(host);
  sizes.observe(media);
  place();
  return end;
}
