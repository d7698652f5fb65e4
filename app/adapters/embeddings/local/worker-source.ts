/**
 * What the worker thread runs. It is text, since the server's build is one file and has no place for a second program;
 * the packages' places come with it, since a program of text has none of its own to look from.
 */
export const WORKER_SOURCE = `
const { parentPort, workerData } = require("node:worker_threads");
const { initModel } = require(workerData.embeddings);
const { modelSource } = require(workerData.weights);
const loading = initModel(modelSource);
loading.catch(() => undefined);
parentPort.on("message", async ({ id, texts }) => {
  try {
    const model = await loading;
    const vectors = (await model.embed(texts)).map((vector) => Float32Array.from(vector));
    parentPort.postMessage({ id, vectors }, vectors.map(({ buffer }) => buffer));
  } catch (error) {
    parentPort.postMessage({ id, problem: String(error && error.message) });
  }
});
`;
