using System.Globalization;

namespace ServerlessCompute;

/// <summary>Makes answers with the headers that the service was recorded to send. Thread-safe.</summary>
internal sealed class Answers(ServerlessEngine engine)
{
    private const string Json = "application/json; charset=utf-8";

    private readonly string _cluster = $"vienna-{engine.Workspace.Region}-01";
    private readonly string _routing = engine.Workspace.Region.ToUpperInvariant();
    private long _requests;
    private DateText? _date;

    /// <summary>An answer of Azure Resource Manager's.</summary>
    public EngineResponse Arm(ArmCall call, int status, ReadOnlyMemory<byte> body)
    {
        string id = NextId();
        return Common(new EngineResponse(status, body, body.IsEmpty ? null : Json))
            .With("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
            .With("x-ms-correlation-request-id", id)
            .With("x-ms-request-id", id)
            .With("x-ms-routing-request-id", $"{_routing}:{Date().Compact}:{id}")
            .With(call.Request.Method == "GET" ? "x-ms-ratelimit-remaining-subscription-reads" : "x-ms-ratelimit-remaining-subscription-writes", call.Request.Method == "GET" ? "249" : "199")
            .With(call.Request.Method == "GET" ? "x-ms-ratelimit-remaining-subscription-global-reads" : "x-ms-ratelimit-remaining-subscription-global-writes", call.Request.Method == "GET" ? "3749" : "2999")
            .With("azureml-served-by-cluster", _cluster)
            .With("x-ms-response-type", status < 400 ? "standard" : "error");
    }

    /// <summary>An answer of the region's own services: run history, data, discovery.</summary>
    public EngineResponse DataPlane(int status, ReadOnlyMemory<byte> body) => Common(new EngineResponse(status, body, body.IsEmpty ? null : Json))
        .With("Strict-Transport-Security", "max-age=15724800; includeSubDomains; preload")
        .With("x-aml-cluster", _cluster)
        .With("x-ms-response-type", status < 400 ? "standard" : "error");

    public EngineResponse Answer(ArmCall call, int status, ReadOnlyMemory<byte> body) => call.IsDataPlane ? DataPlane(status, body) : Arm(call, status, body);

    public EngineResponse Fail(ArmCall call, Refusal error)
    {
        if (call.IsDataPlane)
        {
            return DataPlane(error.Status, JsonBuffer.Write((engine, error, this), static (writer, s) => ErrorDocument.WriteDataPlane(writer, s.engine, s.error, s.Item3.NextId())));
        }

        byte[] body = JsonBuffer.Write((engine, error, this), static (writer, s) => ErrorDocument.WriteArm(writer, s.engine, s.error, s.Item3.NextId()));
        EngineResponse response = Arm(call, error.Status, body);
        return error.FromGateway ? response.With("x-ms-failure-cause", "gateway") : response;
    }

    /// <summary>An id that looks like the service's and comes in a fixed order.</summary>
    public string NextId() => Draw.Id(engine.Settings.Seed, string.Empty, Interlocked.Increment(ref _requests).ToString(CultureInfo.InvariantCulture)).ToString();

    private EngineResponse Common(EngineResponse response)
    {
        return response
            .With("Cache-Control", "no-cache")
            .With("Pragma", "no-cache")
            .With("Expires", "-1")
            .With("Date", Date().Header)
            .With("X-Content-Type-Options", "nosniff")
            .With("Request-Context", "appId=cid-v1:00000000-0000-0000-0000-000000000000")
            .With("x-request-time", "0.042");
    }

    private DateText Date()
    {
        long second = (engine.Pacemaker.NowTicks + engine.Faults.ClockSkew.Ticks) / TimeSpan.TicksPerSecond;
        DateText? date = _date;
        if (date is null || date.Second != second)
        {
            var time = new DateTime(second * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
            _date = date = new DateText(second, time.ToString("R", CultureInfo.InvariantCulture), time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        }

        return date;
    }

    private sealed record DateText(long Second, string Header, string Compact);
}
