// Draws every figure.chart anew as an interactive chart, from the very option that the server drew.
import { init } from './echarts.js';

export function hydrate(figures) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const charts = [];
  for (const figure of figures) {
    const option = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    const canvas = figure.querySelector('.chart-live');
    canvas.hidden = false;
    const chart = init(canvas, null, { renderer: 'svg', height: Number(figure.dataset.height) });
    chart.setOption({ ...option, animation: !calm });
    figure.classList.add('is-live');
    charts.push([figure, canvas, chart]);
  }

  const resize = () => charts.forEach(([, , chart]) => chart.resize());
  addEventListener('resize', resize);
  // Paper gets the still pictures: they are drawn for a fixed width.
  addEventListener('beforeprint', () => charts.forEach(([figure]) => figure.classList.remove('is-live')));
  addEventListener('afterprint', () => { charts.forEach(([figure]) => figure.classList.add('is-live')); resize(); });
}
