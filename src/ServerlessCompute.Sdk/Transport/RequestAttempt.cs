using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Polly;

namespace ServerlessCompute;

/// <summary>One message on its way through the attempts.</summary>
internal sealed class RequestAttempt
{
    private static readonly ResiliencePropertyKey<RequestAttempt> _key = new("ServerlessCompute.Attempt");

    private readonly ResilienceState _state;
    private readonly TimeSpan _patience;
    private readonly long _start;
    private int _number = -1;

    public RequestAttempt(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline, ResilienceState state)
    {
        Message = message;
        Pipeline = pipeline;
        _state = state;
        if (message.TryGetProperty(typeof(Patience), out object? patience))
        {
            _patience = ((Patience)patience!).Span;
            _start = state.Time.GetTimestamp();
        }
    }

    public HttpMessage Message { get; }

    public ReadOnlyMemory<HttpPipelinePolicy> Pipeline { get; }

    /// <summary>The wait that the last answer names.</summary>
    public TimeSpan? NamedWait { get; private set; }

    /// <summary>Whether it is worth while to go on trying.</summary>
    public bool IsPatient => _patience > TimeSpan.Zero && _state.Time.GetElapsedTime(_start) < _patience;

    public static RequestAttempt Of(ResilienceContext context) => context.Properties.GetValue(_key, null!);

    public ResilienceContext Enter()
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(Message.CancellationToken);
        context.Properties.Set(_key, this);
        return context;
    }

    /// <summary>Begins the next attempt.</summary>
    /// <returns>How long it has to wait for its turn.</returns>
    public TimeSpan Begin()
    {
        _number++;
        NamedWait = null;
        MessageProcessingContext processing = Message.ProcessingContext;
        processing.RetryNumber = _number;
        if (_number > 0 && Message.HasResponse)
        {
            Message.Response.Dispose();
        }

        return _state.Pacer?.Take(Message.Request) ?? TimeSpan.Zero;
    }

    /// <exception cref="RetriableResponseException">The answer is not the last word.</exception>
    public void End()
    {
        Response response = Message.Response;
        bool isRetriable = response.IsError && Message.ResponseClassifier.IsRetriableResponse(Message);
        NamedWait = isRetriable ? RetryAfter.Read(response, _state.Time) : null;
        _state.Pacer?.Note(Message.Request, response, NamedWait);
        if (isRetriable)
        {
            throw new RetriableResponseException(response.Status);
        }
    }
}
