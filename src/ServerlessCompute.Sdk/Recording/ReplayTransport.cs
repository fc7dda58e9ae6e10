using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>
/// Answers requests from what a <see cref="RecordingTransport"/> kept. Requests to one address get the answers of that address in the order in
/// which they were recorded, and the last of them again and again; so a client that asks more often than the recorded one goes on.
/// Nothing is sent anywhere. Thread-safe.
/// </summary>
/// <example>
/// <code>
/// var replay = new ReplayTransport("recordings/train");
/// var client = new ServerlessComputeClient(workspace, credential, replay.CreateClientOptions());
/// </code>
/// </example>
public sealed class ReplayTransport : HttpPipelineTransport
{
    /// <summary>How often a last answer is given again before it is clear that the recording ended too early.</summary>
    private const int MostRepeats = 2_000;

    private readonly Dictionary<string, int> _repeats = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Queue<Exchange>> _answers = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<string> _jobNames = new();
    private readonly Sanitizer _sanitizer;
    private readonly Lock _gate = new();

    /// <summary>Reads the recordings of a folder.</summary>
    /// <param name="folder">The folder that was recorded into.</param>
    /// <param name="options">The options that were recorded with; null for the defaults.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FormatException">A file is no recording, or there is none.</exception>
    public ReplayTransport(string folder, RecordingOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _sanitizer = new Sanitizer(options ?? new RecordingOptions());
        foreach (string file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            Add(Read(file));
        }

        if (_answers.Count == 0)
        {
            throw new FormatException($"The folder '{folder}' holds no recordings (*.json).");
        }
    }

    /// <summary>
    /// Options for a client that is to be answered from here: jobs without a name get the names of the recording, in its order, and waits
    /// take no time.
    /// </summary>
    public ServerlessComputeClientOptions CreateClientOptions() => new()
    {
        Transport = this,
        TimeProvider = new HastyTimeProvider(),
        JobNameGenerator = () => _jobNames.TryDequeue(out string? name) ? name : throw new InvalidOperationException("The recording has no more jobs: the client submits more than was recorded."),
    };

    /// <inheritdoc/>
    public override Request CreateRequest() => new PlainRequest();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Nothing was recorded for such a request.</exception>
    public override void Process(HttpMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        message.CancellationToken.ThrowIfCancellationRequested();
        message.Response = new PlainResponse(Find(message.Request), message.Request.ClientRequestId);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Nothing was recorded for such a request.</exception>
    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Process(message);
        return ValueTask.CompletedTask;
    }

    private static Exchange Read(string file)
    {
        try
        {
            return Exchange.Read(File.ReadAllBytes(file));
        }
        catch (FormatException e)
        {
            throw new FormatException($"'{file}' cannot be played back. {e.Message}", e);
        }
    }

    private void Add(Exchange exchange)
    {
        string key = Key(exchange.Method, new Uri(_sanitizer.Clean(new Uri(new Uri("https://management.azure.com"), exchange.Url).AbsoluteUri)));
        if (!_answers.TryGetValue(key, out Queue<Exchange>? queue))
        {
            _answers.Add(key, queue = new Queue<Exchange>());
            if (exchange.Method.Equals("PUT", StringComparison.OrdinalIgnoreCase) && key.Split('?')[0].Split('/') is [.., "jobs", var name])
            {
                _jobNames.Enqueue(Uri.UnescapeDataString(name));
            }
        }

        queue.Enqueue(exchange);
    }

    private Exchange Find(Request request)
    {
        string key = Key(request.Method.Method, new Uri(_sanitizer.Clean(request.Uri.ToUri().AbsoluteUri)));
        lock (_gate)
        {
            if (!_answers.TryGetValue(key, out Queue<Exchange>? queue))
            {
                throw new InvalidOperationException($"Nothing was recorded for {key}.{Nearest(key)} Record again, or check what the client asks.");
            }

            if (queue.Count > 1)
            {
                return queue.Dequeue();
            }

            int repeats = _repeats[key] = _repeats.GetValueOrDefault(key) + 1;
            return repeats <= MostRepeats ? queue.Peek() : throw new InvalidOperationException($"The recording ends before the client does: it asks {key} again and again. Record until the job is over.");
        }
    }

    private string Nearest(string key)
    {
        string[] near = [.. _answers.Keys.Where(known => known.Split(' ')[0] == key.Split(' ')[0]).OrderByDescending(known => Common(known, key)).Take(3)];
        return near.Length == 0 ? "" : $" Nearest are: {string.Join("; ", near)}.";
    }

    private static int Common(string left, string right) => left.AsSpan().CommonPrefixLength(right);

    /// <summary>What makes two requests the same: verb, host, path and query in any order. A version of the contract does not count.</summary>
    private static string Key(string method, Uri uri)
    {
        IEnumerable<string> query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith("api-version=", StringComparison.OrdinalIgnoreCase) && !part.StartsWith("sig=", StringComparison.OrdinalIgnoreCase) && !part.StartsWith("se=", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
        string all = string.Join('&', query);
        return $"{method.ToUpperInvariant()} {uri.Host}{uri.AbsolutePath}{(all.Length == 0 ? "" : $"?{all}")}";
    }
}
