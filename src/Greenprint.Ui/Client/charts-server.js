// Runs inside the program, in an engine without window, document or timers.
import { init } from './echarts.js';

// Drawing is one call; nothing may happen later, so a frame of an animation is never run.
globalThis.setTimeout = () => 0;
globalThis.clearTimeout = () => {};

globalThis.drawChart = (option, width, height) => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...JSON.parse(option), animation: false });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
};
