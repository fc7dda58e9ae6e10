using Azure.Core;
using Azure.Core.Pipeline;

namespace ServerlessCompute;

/// <summary>A service with a limit, as Azure Resource Manager documents it: a bucket of requests that fills up again by so many a second.</summary>
internal sealed class PacingTests
{
    private const int Bucket = 30;
    private const double Refill = 10;

    [Test]
    public async Task Requests_MoreThanTheServiceTakes_AreHeldBackBeforeItRefuses()
    {
        LimitedService service = new(tellsRemaining: true);

        await service.SendAsync(200, atOnce: 8);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Refused, Is.Zero);
            Assert.That(service.Served, Is.EqualTo(200));
            Assert.That(service.Seconds, Is.InRange((200 - Bucket) / Refill, 1.3 * 200 / Refill), "Nobody waits longer than the limit wants.");
        }
    }

    [Test]
    public async Task Requests_NotPaced_AreRefusedAgainAndAgain()
    {
        LimitedService service = new(tellsRemaining: true, new ResilienceOptions { PacesRequests = false, MaxRetries = 100 });

        await service.SendAsync(200, atOnce: 8);

        Assert.That(service.Refused, Is.GreaterThan(5));
    }

    [Test]
    public async Task Requests_OtherProgramsUseTheSameLimit_AreHeldBackForThem()
    {
        LimitedService service = new(tellsRemaining: true) { OthersPerSecond = 5 };

        await service.SendAsync(150, atOnce: 4);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Served, Is.EqualTo(150));
            Assert.That(service.Refused, Is.LessThan(5));
        }
    }

    [Test]
    public async Task Requests_AfterARefusalWithoutNumbers_AllStayAwayAsLongAsItSays()
    {
        LimitedService service = new(tellsRemaining: false);

        await service.SendAsync(60, atOnce: 10);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(service.Served, Is.EqualTo(60));
            Assert.That(service.RequestsWhileBlocked, Is.Zero);
        }
    }

    /// <summary>Counts on the clock that its clients wait on.</summary>
    private sealed class LimitedService : HttpPipelineTransport
    {
        private const int BlockSeconds = 5;

        private readonly HandClock _time = new();
        private readonly RequestSender _sender;
        private readonly bool _tellsRemaining;
        private double _left = Bucket;
        private DateTimeOffset _at;
        private DateTimeOffset _blockedUntil;

        public LimitedService(bool tellsRemaining, ResilienceOptions? resilience = null)
        {
            _tellsRemaining = tellsRemaining;
            _at = Start = _time.GetUtcNow();
            var options = new ServerlessComputeClientOptions { Transport = this, TimeProvider = _time, Resilience = resilience ?? new ResilienceOptions { MaxRetries = 20 } };
            var state = new ResilienceState(options, "w", Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
            _sender = new RequestSender(HttpPipelineBuilder.Build(options, [new ResilienceScope(state)], [], responseClassifier: null), options);
        }

        public double OthersPerSecond { get; init; }

        public int Served { get; private set; }

        public int Refused { get; private set; }

        public int RequestsWhileBlocked { get; private set; }

        public double Seconds => (_time.GetUtcNow() - Start).TotalSeconds;

        private DateTimeOffset Start { get; }

        public async Task SendAsync(int requests, int atOnce)
        {
            int next = 0;
            await _time.RunAsync([.. Enumerable.Range(0, atOnce).Select(_ => RunAsync())]);

            async Task RunAsync()
            {
                while (next++ < requests)
                {
                    using HttpMessage message = _sender.CreateMessage();
                    message.Request.Method = RequestMethod.Put;
                    message.Request.Uri.Reset(new Uri("https://management.azure.com/x"));
                    await _sender.SendAsync(message, CancellationToken.None);
                }
            }
        }

        public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            Process(message);
            return ValueTask.CompletedTask;
        }

        public override void Process(HttpMessage message)
        {
            DateTimeOffset now = _time.GetUtcNow();
            _left = Math.Min(Bucket, _left + ((now - _at).TotalSeconds * (Refill - OthersPerSecond)));
            _at = now;
            EngineResponse response;
            if (_left < 1)
            {
                Refused++;
                RequestsWhileBlocked += now < _blockedUntil ? 1 : 0;
                _blockedUntil = now.AddSeconds(BlockSeconds);
                response = new EngineResponse(429, """{"error":{"code":"UserError","message":"Retry again after 5 seconds."}}"""u8.ToArray(), "application/json");
            }
            else
            {
                Served++;
                _left--;
                response = new EngineResponse(200, "{}"u8.ToArray(), "application/json");
            }

            if (_tellsRemaining)
            {
                response.With("x-ms-ratelimit-remaining-subscription-writes", $"{(int)_left}");
            }

            message.Response = new TransportResponse(response, message.Request.ClientRequestId);
        }
    }
}
