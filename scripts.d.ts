// What scripts find in a page and no module exports.

declare const Plotly: {
  newPlot(plot: Element, data: object[], layout: object, config: object): void;
  relayout(plot: Element, layout: object): void;
  Fx: { hover(plot: Element, points: object[], axes: string): void; unhover(plot: Element): void };
};

interface Window {
  Plotly?: typeof Plotly;
  stage?: { ready: Promise<void>; spilled(): { lang: string; slide: number; text: string }[]; [name: string]: unknown };
}
