const STEP = 1.5;
/** At least, or as large as the picture is: the words of a tall drawing can be read. */
const MOST = 8;
/** How far a finger moves, in CSS pixels, before it is a swipe and no tap. */
const SWIPE = 48;
const TAP = 10;
const DOUBLE_TAP = 300;

interface Point {
  readonly x: number;
  readonly y: number;
}

const prevent = (event: Event) => {
  event.preventDefault();
};

const between = (least: number, value: number, most: number) => Math.min(Math.max(value, least), most);

/** What the magnifier tells the dialog around it. */
export interface MagnifierEvents {
  /** The picture was magnified, moved, or is at fit again. */
  change(): void;
  /** A finger went across the picture at fit: -1 to the left, 1 to the right. */
  swipe(direction: -1 | 1): void;
}

/**
 * Magnifies what is in a stage and moves it about: pinch, double tap or double click, wheel, drag. Keys and buttons call `zoom`, `pan`
 * and `reset`. At fit it is as large as the stage.
 */
export class Magnifier {
  readonly #stage: HTMLElement;
  readonly #events: MagnifierEvents;
  readonly #pointers = new Map<number, Point>();
  #scale = 1;
  #x = 0;
  #y = 0;
  #start: (Point & { readonly isPinch: boolean }) | undefined;
  #tap: (Point & { readonly time: number }) | undefined;

  constructor(stage: HTMLElement, events: MagnifierEvents) {
    this.#stage = stage;
    this.#events = events;
    stage.addEventListener('wheel', this.#onWheel, { passive: false });
    // A picture would be dragged out of the window.
    stage.addEventListener('dragstart', prevent);
    stage.addEventListener('pointerdown', this.#onDown);
    stage.addEventListener('pointermove', this.#onMove);
    stage.addEventListener('pointerup', this.#onUp);
    stage.addEventListener('pointercancel', this.#onUp);
  }

  get scale(): number {
    return this.#scale;
  }

  get isMost(): boolean {
    return this.#scale >= this.#most;
  }

  get #most(): number {
    return Math.max(MOST, 1 / this.#fit().fit);
  }

  /** The picture, and how much smaller than its own size it is at fit. */
  #fit(): { image: HTMLImageElement | undefined; fit: number } {
    const { clientWidth, clientHeight } = this.#stage;
    // The large one lies over the small one, once it is there.
    const image = [...this.#stage.querySelectorAll('img')].findLast((each) => each.naturalWidth);
    const fit = image ? Math.min(clientWidth / image.naturalWidth, clientHeight / image.naturalHeight) : 1;
    return { image, fit };
  }

  /** As large as the stage. */
  reset(): void {
    this.#scale = 1;
    this.#move(0, 0);
  }

  /** A step larger, or smaller. */
  zoom(direction: -1 | 1): void {
    this.#magnify(this.#scale * STEP ** direction);
  }

  /** Moves the picture so that more of it is seen on one side: an eighth of the stage. */
  pan(x: number, y: number): void {
    const { clientWidth, clientHeight } = this.#stage;
    this.#move(this.#x - (x * clientWidth) / 8, this.#y - (y * clientHeight) / 8);
  }

  /** Magnifies around a point of the viewport, which stays where it is. */
  #magnify(scale: number, at?: Point): void {
    const { left, top, width, height } = this.#stage.getBoundingClientRect();
    const x = at ? at.x - left - width / 2 : 0;
    const y = at ? at.y - top - height / 2 : 0;
    const next = between(1, scale, this.#most);
    const ratio = next / this.#scale;
    this.#scale = next;
    this.#move(x - (x - this.#x) * ratio, y - (y - this.#y) * ratio);
  }

  /** Never further than its edges reach those of the stage. */
  #move(x: number, y: number): void {
    const { clientWidth, clientHeight } = this.#stage;
    const { image, fit } = this.#fit();
    const room = (natural: number | undefined, box: number) =>
      Math.max(0, ((natural ? natural * fit : box) * this.#scale - box) / 2);
    const [roomX, roomY] = [room(image?.naturalWidth, clientWidth), room(image?.naturalHeight, clientHeight)];
    this.#x = between(-roomX, x, roomX);
    this.#y = between(-roomY, y, roomY);
    for (const child of this.#stage.children as HTMLCollectionOf<HTMLElement>) {
      child.style.transform =
        this.#scale === 1
          ? ''
          : `translate(${String(this.#x)}px, ${String(this.#y)}px) scale(${String(this.#scale)})`;
    }
    this.#stage.classList.toggle('magnified', this.#scale > 1);
    this.#events.change();
  }

  /** The middle of the pointers that are down, and how far apart they are. */
  #middle(): Point & { readonly apart: number } {
    const points = [...this.#pointers.values()];
    const [first = { x: 0, y: 0 }, last = first] = [points[0], points.at(-1)];
    return {
      x: (first.x + last.x) / 2,
      y: (first.y + last.y) / 2,
      apart: Math.hypot(first.x - last.x, first.y - last.y),
    };
  }

  readonly #onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    // A trackpad's pinch comes as a wheel with Control, in smaller steps; a wheel may count in lines.
    const step = event.deltaY * (event.deltaMode ? 16 : 1) * (event.ctrlKey ? 0.01 : 0.002);
    this.#magnify(this.#scale * Math.exp(-step), { x: event.clientX, y: event.clientY });
  };

  readonly #onDown = (event: PointerEvent): void => {
    if (event.button) return;
    this.#stage.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const isPinch = this.#pointers.size > 1;
    if (isPinch || !this.#start) this.#start = { x: event.clientX, y: event.clientY, isPinch };
  };

  readonly #onMove = (event: PointerEvent): void => {
    if (!this.#pointers.has(event.pointerId)) return;
    const before = this.#middle();
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const now = this.#middle();
    if (this.#pointers.size > 1 && before.apart) this.#magnify((this.#scale * now.apart) / before.apart, now);
    if (this.#scale > 1) this.#move(this.#x + now.x - before.x, this.#y + now.y - before.y);
  };

  readonly #onUp = (event: PointerEvent): void => {
    if (!this.#pointers.delete(event.pointerId) || this.#pointers.size) return;
    const start = this.#start;
    this.#start = undefined;
    if (!start || start.isPinch || event.type === 'pointercancel') return;
    const [x, y] = [event.clientX - start.x, event.clientY - start.y];
    if (Math.hypot(x, y) < TAP) this.#onTap({ x: event.clientX, y: event.clientY }, event.timeStamp);
    else if (this.#scale === 1 && Math.abs(x) > SWIPE && Math.abs(x) > Math.abs(y)) {
      this.#events.swipe(x < 0 ? -1 : 1);
    }
  };

  /** Two taps in one place: magnified there, or at fit again. */
  #onTap(at: Point, time: number): void {
    const last = this.#tap;
    this.#tap = { ...at, time };
    if (!last || time - last.time > DOUBLE_TAP || Math.hypot(at.x - last.x, at.y - last.y) > 3 * TAP) return;
    this.#tap = undefined;
    if (this.#scale > 1) this.reset();
    else this.#magnify(3, at);
  }
}
