using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;

namespace ServerlessCompute;

/// <summary>Each of the options, on a clock that moves when everybody waits, against a service that says what the test wants.</summary>
internal sealed class ResilienceOptionsTests : IDisposable
{
    private readonly HandClock _time = new();
    private readonly LogKeeper _log = new();
    private int _requests;

    public void Dispose() => _log.Dispose();

    [TestCase(-1, 100, "MaxRetries")]
    [TestCase(3, -1, "RetryBudget")]
    public void Resilience_WithNegativeNumbers_IsRefused(int retries, int budget, string name) =>
        Assert.That(
            () => new ServerlessComputeClientOptions { Resilience = new ResilienceOptions { MaxRetries = retries, RetryBudget = budget } },
            Throws.ArgumentException.With.Message.Contains(name));

    [Test]
    public void Resilience_ManyThingsWrong_NamesThemAll() =>
        Assert.That(
            () => new ServerlessComputeClientOptions
            {
                Resilience = new ResilienceOptions
                {
                    WatchPatience = -TimeSpan.FromSeconds(1),
                    TotalTimeout = TimeSpan.Zero,
                    Breaker = new BreakerOptions { FailureRatio = 2, MinimumRequests = 1, Window = TimeSpan.Zero },
                },
            },
            Throws.ArgumentException.With.Message.Contains("WatchPatience").And.Message.Contains("TotalTimeout").And.Message.Contains("FailureRatio").And.Message.Contains("MinimumRequests").And.Message.Contains("Window"));

    [Test]
    public async Task MaxRetriesAndDelay_Set_StandBeforeThoseOfTheBaseClass()
    {
        RequestSender sender = Sender(_ => Answer(503), new ResilienceOptions { MaxRetries = 5, Delay = TimeSpan.FromSeconds(30), MaxDelay = TimeSpan.FromSeconds(31), Breaker = null });

        Azure.Response response = await GetAsync(sender);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.Status, Is.EqualTo(503));
            Assert.That(_requests, Is.EqualTo(6));
            Assert.That(_time.Waits, Has.Count.EqualTo(5).And.All.LessThanOrEqualTo(TimeSpan.FromSeconds(31)).And.Some.GreaterThan(TimeSpan.FromSeconds(10)));
        }
    }

    [Test]
    public async Task RetryBudget_Spent_LeavesEachRequestOneAttemptUntilSomeSucceed()
    {
        bool isDown = true;
        RequestSender sender = Sender(_ => Answer(isDown ? 500 : 200), new ResilienceOptions { RetryBudget = 6, Breaker = null });

        for (int i = 0; i < 10; i++)
        {
            await GetAsync(sender);
        }

        int whileDown = _requests;
        isDown = false;
        for (int i = 0; i < 15; i++)
        {
            await GetAsync(sender);
        }

        isDown = true;
        _requests = 0;
        await GetAsync(sender);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(whileDown, Is.EqualTo(16), "Ten requests, six repetitions.");
            Assert.That(_requests, Is.EqualTo(4), "Fifteen successes gave three repetitions back.");
            Assert.That(_log["RetryBudgetSpent"].Count(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task RetryBudget_ServiceNamesTheWait_CostsNothing()
    {
        RequestSender sender = Sender(number => number % 4 == 0 ? Answer(200) : Answer(429).With("Retry-After", "1"), new ResilienceOptions { RetryBudget = 0 });

        for (int i = 0; i < 5; i++)
        {
            Assert.That((await GetAsync(sender)).Status, Is.EqualTo(200));
        }
    }

    [Test]
    public async Task Breaker_AllRequestsFail_OpensForAWhileAndClosesWhenOneSucceeds()
    {
        bool isDown = true;
        RequestSender sender = Sender(_ => Answer(isDown ? 502 : 200), new ResilienceOptions { MaxRetries = 0, Breaker = new BreakerOptions { MinimumRequests = 4, Break = TimeSpan.FromSeconds(20) } });
        for (int i = 0; i < 4; i++)
        {
            await GetAsync(sender);
        }

        ServerlessRequestException e = (await Assert.ThrowsAsync<ServerlessRequestException>(() => GetAsync(sender)))!;
        int beforeTheBreak = _requests;
        isDown = false;
        _time.Advance(TimeSpan.FromSeconds(21));
        Azure.Response after = await GetAsync(sender);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(beforeTheBreak, Is.EqualTo(4), "Nothing was sent while it was open.");
            Assert.That(e.ErrorCode, Is.EqualTo("CircuitOpen"));
            Assert.That(e.Message, Does.Contain("'w'").And.Contain("20 s"));
            Assert.That(after.Status, Is.EqualTo(200));
            Assert.That(_log["CircuitOpened"].Count(), Is.EqualTo(1));
            Assert.That(_log["CircuitClosed"].Count(), Is.EqualTo(1));
        }
    }

    [TestCase(404)]
    [TestCase(429)]
    [TestCase(400)]
    public async Task Breaker_RefusalsThatAreNotTheServicesFault_DoNotCount(int status)
    {
        RequestSender sender = Sender(_ => Answer(status), new ResilienceOptions { MaxRetries = 0, PacesRequests = false, Breaker = new BreakerOptions { MinimumRequests = 4 } });

        for (int i = 0; i < 12; i++)
        {
            await GetAsync(sender);
        }

        Assert.That(_requests, Is.EqualTo(12));
    }

    [Test]
    public async Task Patience_OfAWatch_OutlastsRetriesBudgetAndBreaker()
    {
        DateTimeOffset back = _time.GetUtcNow() + TimeSpan.FromMinutes(40);
        RequestSender sender = Sender(
            _ => _time.GetUtcNow() < back ? throw new IOException("gone") : Answer(200),
            new ResilienceOptions { RetryBudget = 2, Breaker = new BreakerOptions { MinimumRequests = 2 } });

        Azure.Response response = await GetAsync(sender, isPatient: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.Status, Is.EqualTo(200));
            Assert.That(_requests, Is.InRange(30, 300), "It tries again each minute or so.");
        }
    }

    [Test]
    public async Task Patience_ServiceDoesNotComeBack_EndsWithTheError()
    {
        RequestSender sender = Sender(_ => throw new IOException("gone"), new ResilienceOptions { WatchPatience = TimeSpan.FromMinutes(5) });
        DateTimeOffset start = _time.GetUtcNow();

        ServerlessRequestException e = (await Assert.ThrowsAsync<ServerlessRequestException>(() => GetAsync(sender, isPatient: true)))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(e.ErrorCode, Is.EqualTo("ServiceUnreachable"));
            Assert.That(e.Message, Does.Contain("service.example"));
            Assert.That(e.InnerException, Is.TypeOf<IOException>());
            Assert.That(_time.GetUtcNow() - start, Is.InRange(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(7)));
        }
    }

    [Test]
    public async Task TotalTimeout_ServiceNeverAnswers_EndsInATimeout()
    {
        RequestSender sender = Sender(_ => null, new ResilienceOptions { TotalTimeout = TimeSpan.FromSeconds(45) });
        DateTimeOffset start = _time.GetUtcNow();

        TimeoutException e = (await Assert.ThrowsAsync<TimeoutException>(() => GetAsync(sender)))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_time.GetUtcNow() - start, Is.EqualTo(TimeSpan.FromSeconds(45)));
            Assert.That(e.Message, Does.Contain("GET /x").And.Contain("00:00:45"));
        }
    }

    [Test]
    public async Task TotalTimeout_CallerGivesUp_IsTheCallersCancellation()
    {
        RequestSender sender = Sender(_ => null, new ResilienceOptions { TotalTimeout = TimeSpan.FromSeconds(45) });
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(10), _time);

        Assert.That(async () => await GetAsync(sender, cancellationToken: stop.Token), Throws.InstanceOf<OperationCanceledException>());

        await Task.CompletedTask;
    }

    [Test]
    public void AttemptTimeout_Set_IsTheNetworkTimeoutOfEachMessage()
    {
        using HttpMessage message = Sender(_ => null, new ResilienceOptions { AttemptTimeout = TimeSpan.FromSeconds(7) }).CreateMessage();

        Assert.That(message.NetworkTimeout, Is.EqualTo(TimeSpan.FromSeconds(7)));
    }

    [Test]
    public async Task HedgeReadsAfter_FirstAnswerTakesLong_TakesTheSecond()
    {
        RequestSender sender = Sender(number => number == 1 ? null : Answer(200), new ResilienceOptions { HedgeReadsAfter = TimeSpan.FromSeconds(2) });
        DateTimeOffset start = _time.GetUtcNow();

        Azure.Response response = await GetAsync(sender);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.Status, Is.EqualTo(200));
            Assert.That(response.Headers.TryGetValue("x-number", out string? number) ? number : null, Is.EqualTo("2"));
            Assert.That(_time.GetUtcNow() - start, Is.EqualTo(TimeSpan.FromSeconds(2)));
        }
    }

    [Test]
    public async Task HedgeReadsAfter_FirstAnswerComesSoon_SendsOne()
    {
        RequestSender sender = Sender(_ => Answer(200), new ResilienceOptions { HedgeReadsAfter = TimeSpan.FromSeconds(2) });

        await GetAsync(sender);

        Assert.That(_requests, Is.EqualTo(1));
    }

    [Test]
    public async Task HedgeReadsAfter_WritesAndHeldReads_AreSentOnce()
    {
        RequestSender sender = Sender(_ => null, new ResilienceOptions { HedgeReadsAfter = TimeSpan.FromSeconds(2) });
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1), _time);

        Task put = Send(sender, RequestMethod.Put, prefer: false, stop.Token), held = Send(sender, RequestMethod.Get, prefer: true, stop.Token);
        await _time.RunAsync(Task.WhenAll(put, held).ContinueWith(static _ => { }, TaskScheduler.Default));

        Assert.That(_requests, Is.EqualTo(2));
    }

    [Test]
    public async Task HedgeReadsAfter_BothFail_TellsOfTheFirst()
    {
        RequestSender sender = Sender(number => number == 1 ? null : throw new InvalidOperationException("second"), new ResilienceOptions { HedgeReadsAfter = TimeSpan.FromSeconds(2) });
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1), _time);

        Assert.That(async () => await GetAsync(sender, cancellationToken: stop.Token), Throws.InstanceOf<OperationCanceledException>());

        await Task.CompletedTask;
    }

    private async Task<Azure.Response> GetAsync(RequestSender sender, bool isPatient = false, CancellationToken cancellationToken = default)
    {
        using HttpMessage message = sender.CreateMessage(isPatient);
        message.Request.Method = RequestMethod.Get;
        message.Request.Uri.Reset(new Uri("https://service.example/x"));
        await _time.RunAsync(sender.SendAsync(message, cancellationToken).AsTask());
        return message.Response;
    }

    private static async Task Send(RequestSender sender, RequestMethod method, bool prefer, CancellationToken cancellationToken)
    {
        using HttpMessage message = sender.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri("https://service.example/x"));
        if (prefer)
        {
            message.Request.Headers.SetValue("Prefer", "wait=60");
        }

        await sender.SendAsync(message, cancellationToken);
    }

    private static EngineResponse Answer(int status) => new(status, "{}"u8.ToArray(), "application/json");

    /// <summary>A way to a service that answers the n-th request as the function says; null leaves it without an answer.</summary>
    private RequestSender Sender(Func<int, EngineResponse?> answer, ResilienceOptions resilience)
    {
        var transport = new Answering(message =>
        {
            int number = Interlocked.Increment(ref _requests);
            return answer(number) is { } response ? response.With("x-number", $"{number}") : null;
        });
        var options = new ServerlessComputeClientOptions { Transport = transport, TimeProvider = _time, Resilience = resilience };
        return new RequestSender(HttpPipelineBuilder.Build(options, [new ResilienceScope(new ResilienceState(options, "w", _log))], [], responseClassifier: null), options);
    }

    private sealed class Answering(Func<HttpMessage, EngineResponse?> answer) : HttpPipelineTransport
    {
        public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message)
        {
            if (answer(message) is not { } response)
            {
                await new TaskCompletionSource().Task.WaitAsync(message.CancellationToken);
                throw new UnreachableException();
            }

            message.Response = new TransportResponse(response, message.Request.ClientRequestId);
        }
    }
}
