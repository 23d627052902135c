/**
 * Keeps a box in the shadow root exactly over a picture, wherever that is in the figure.
 * @returns Ends it, and takes the box out.
 */
export function keepOver(host: Element, media: Element, box: HTMLElement): () => void {
  const place = () => {
    const [outer, inner] = [host.getBoundingClientRect(), media.getBoundingClientRect()];
    box.style.left = `${String(inner.left - outer.left)}px`;
    box.style.top = `${String(inner.top - outer.top)}px`;
    box.style.width = `${String(inner.width)}px`;
    box.style.height = `${String(inner.height)}px`;
  };
  const sizes = new ResizeObserver(place);
  sizes.observe(host);
  sizes.observe(media);
  place();
  return () => {
    sizes.disconnect();
    box.remove();
  };
}
