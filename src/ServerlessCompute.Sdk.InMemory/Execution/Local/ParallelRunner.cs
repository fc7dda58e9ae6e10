using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// A small Python program that does what the service's driver of parallel steps does on each node: it imports the entry script, calls its
/// <c>init()</c> once in each worker and its <c>run(mini_batch)</c> for each mini-batch, tries again what failed, and counts failures.
/// </summary>
internal static class ParallelRunner
{
    private const string Program = """"
        """Runs the mini-batches of a parallel step; what to do is in the JSON file that the first argument names."""
        import importlib.util
        import json
        import multiprocessing
        import os
        import queue
        import shlex
        import sys
        import threading
        import traceback


        def rows_of(result):
            if hasattr(result, "to_csv"):
                return [line for line in result.to_csv(index=False, header=False).split("\n") if line]
            if result is None or isinstance(result, (str, bytes, dict)):
                raise TypeError("run() must return a list or a DataFrame with an item for each item that it could deal with, not " + type(result).__name__)
            return [str(item) for item in result]


        def work(connection, config):
            try:
                folder = os.getcwd()
                sys.path.insert(0, folder)
                sys.argv = [config["entry"]] + shlex.split(config["arguments"])
                spec = importlib.util.spec_from_file_location("entry_script", os.path.join(folder, config["entry"]))
                module = importlib.util.module_from_spec(spec)
                sys.modules["entry_script"] = module
                spec.loader.exec_module(module)
                if hasattr(module, "init"):
                    module.init()
                if not hasattr(module, "run"):
                    raise AttributeError(config["entry"] + " has no function run(mini_batch)")
            except BaseException:
                connection.send(("fatal", traceback.format_exc()))
                return
            connection.send(("ready", None))
            while True:
                batch = connection.recv()
                if batch is None:
                    if hasattr(module, "shutdown"):
                        module.shutdown()
                    return
                try:
                    connection.send(("ok", rows_of(module.run(batch))))
                except BaseException:
                    connection.send(("error", traceback.format_exc()))
                sys.stdout.flush()


        class Step:
            def __init__(self, config):
                self.config = config
                self.todo = queue.Queue()
                self.lock = threading.Lock()
                self.rows = {}
                self.failed_batches = 0
                self.failed_items = 0
                self.verdict = None
                for number in range(len(config["batches"])):
                    self.todo.put(number)

            def say(self, text):
                with self.lock:
                    print(text, flush=True)

            def start(self):
                context = multiprocessing.get_context("spawn")
                ours, theirs = context.Pipe()
                process = context.Process(target=work, args=(theirs, self.config), daemon=True)
                process.start()
                theirs.close()
                try:
                    kind, text = ours.recv()
                except EOFError:
                    kind, text = "fatal", "the worker ended in init()"
                if kind == "fatal":
                    self.verdict = "The entry script could not start:\n" + text
                    return None
                return process, ours

            def attempt(self, worker, batch):
                process, connection = worker
                try:
                    connection.send(batch)
                    if not connection.poll(self.config["timeout"]):
                        process.kill()
                        return None, "it took longer than its retry_settings.timeout of %s s" % self.config["timeout"]
                    kind, value = connection.recv()
                    return (worker, value) if kind == "ok" else (worker, Exception(value))
                except (EOFError, OSError):
                    return None, "its worker ended"

            def lane(self):
                worker = self.start()
                while worker is not None and self.verdict is None:
                    try:
                        number = self.todo.get_nowait()
                    except queue.Empty:
                        break
                    batch = self.config["batches"][number]
                    rows = None
                    for attempt in range(self.config["retries"] + 1):
                        worker, outcome = self.attempt(worker, batch)
                        if worker is not None and not isinstance(outcome, Exception):
                            rows = outcome
                            break
                        self.say("Mini-batch %d, attempt %d of %d: %s" % (number, attempt + 1, self.config["retries"] + 1, outcome))
                        worker = worker or self.start()
                        if worker is None:
                            return
                    with self.lock:
                        self.rows[number] = rows or []
                        if rows is None:
                            self.failed_batches += 1
                        self.failed_items += len(batch) - min(len(batch), len(rows or []))
                        self.judge()
                if worker is not None:
                    try:
                        worker[1].send(None)
                    except OSError:
                        pass
                    worker[0].join(10)

            def judge(self):
                for count, limit, what in (
                    (self.failed_batches, self.config["batchErrorThreshold"], "mini-batch(es) failed, more than its mini_batch_error_threshold"),
                    (self.failed_items, self.config["errorThreshold"], "item(s) failed, more than its error_threshold"),
                ):
                    if self.verdict is None and 0 <= limit < count:
                        self.verdict = "The parallel step ended because %d %s of %d allows." % (count, what, limit)

            def run(self):
                lanes = [threading.Thread(target=self.lane) for _ in range(min(self.config["workers"], max(1, self.todo.qsize())))]
                for lane in lanes:
                    lane.start()
                for lane in lanes:
                    lane.join()
                if self.verdict is not None:
                    print(self.verdict, flush=True)
                    return 1
                if self.config["rows"]:
                    os.makedirs(os.path.dirname(self.config["rows"]), exist_ok=True)
                    with open(self.config["rows"], "w", encoding="utf-8") as file:
                        for number in sorted(self.rows):
                            file.writelines(row + "\n" for row in self.rows[number])
                print("%d mini-batch(es) done, %d failed, %d item(s) failed" % (len(self.rows) - self.failed_batches, self.failed_batches, self.failed_items), flush=True)
                return 0


        if __name__ == "__main__":
            with open(sys.argv[1], encoding="utf-8") as file:
                sys.exit(Step(json.load(file)).run())
        """";

    /// <summary>Writes the program and what it is to do into the job's folder.</summary>
    /// <returns>The command that runs it.</returns>
    public static string Prepare(LocalFolder folder, LocalParallel parallel, IReadOnlyDictionary<string, string> inputs, IReadOnlyDictionary<string, string> outputs, int workers)
    {
        string program = System.IO.Path.Combine(folder.Path, "parallel_driver.py");
        string config = System.IO.Path.Combine(folder.Path, "parallel_driver.json");
        File.WriteAllText(program, Program);
        string input = inputs.GetValueOrDefault(parallel.Work.Input, "");
        string? rows = parallel.Work.AppendRowTo is { } output && outputs.TryGetValue(output, out string? place) ? (parallel.AppendsToFile ? place : place + "/parallel_run_step.txt") : null;
        using (FileStream file = File.Create(config))
        using (var writer = new Utf8JsonWriter(file))
        {
            writer.WriteStartObject();
            writer.WriteString("entry"u8, parallel.EntryScript);
            writer.WriteString("arguments"u8, new CommandRenderer(inputs, outputs).Render(parallel.Arguments));
            writer.WriteNumber("workers"u8, workers);
            writer.WriteNumber("retries"u8, parallel.Work.Retries);
            writer.WriteNumber("timeout"u8, parallel.Work.Timeout.TotalSeconds);
            writer.WriteNumber("errorThreshold"u8, parallel.Work.ErrorThreshold);
            writer.WriteNumber("batchErrorThreshold"u8, parallel.Work.BatchErrorThreshold);
            writer.WriteString("rows"u8, rows);
            writer.WriteStartArray("batches"u8);
            foreach (IReadOnlyList<string> batch in parallel.Work.Batches)
            {
                writer.WriteStartArray();
                foreach (string item in batch.Count > 0 ? batch.Select(i => Directory.Exists(input) ? $"{input}/{i}" : input) : [input])
                {
                    writer.WriteStringValue(item);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return $"$(command -v python3 || command -v python) '{ShellPath.Of(program)}' '{ShellPath.Of(config)}'";
    }
}
