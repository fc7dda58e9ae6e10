namespace ServerlessCompute;

/// <summary>The engine's one way in: finds who answers a request, and keeps time from passing while it is being answered. Thread-safe.</summary>
internal sealed class FrontDesk
{
    private readonly ServerlessEngine _engine;
    private readonly Answers _answers;
    private readonly Route[][] _routes;
    private readonly string _workspacePrefix;

    public FrontDesk(ServerlessEngine engine)
    {
        _engine = engine;
        _answers = new Answers(engine);
        _workspacePrefix = engine.Workspace.ArmId;
        var schedules = new ScheduleRoutes(engine, _answers);
        Route[] all =
        [
            .. new JobRoutes(engine, _answers, schedules).All(),
            .. schedules.All(),
            .. new RunHistoryRoutes(engine, _answers).All(),
            .. new WorkspaceRoutes(engine, _answers).All(),
            .. new AssetRoutes(engine, _answers).All(),
            .. new DatastoreRoutes(engine, _answers).All(),
            .. new ComputeRoutes(engine, _answers).All(),
            .. new SizeRoutes(engine, _answers).All(),
            .. new QuotaRoutes(engine, _answers).All(),
            .. new DataRoutes(engine, _answers).All(),
        ];
        _routes = [.. Enum.GetValues<RouteArea>().Select(area => Array.FindAll(all, r => r.Area == area))];
    }

    /// <summary>Answers a request, whichever of the service's hosts it is for.</summary>
    public async ValueTask<EngineResponse> HandleAsync(EngineRequest request, CancellationToken aborted = default)
    {
        _engine.Pacemaker.OpenRequest();
        try
        {
            return _engine.Recorder is { } recorder
                ? await recorder.HandleAsync(request, () => PassAsync(request, aborted)).ConfigureAwait(false)
                : await PassAsync(request, aborted).ConfigureAwait(false);
        }
        finally
        {
            _engine.Pacemaker.CloseRequest();
        }
    }

    private ValueTask<EngineResponse> PassAsync(EngineRequest request, CancellationToken aborted) => _engine.Faults.Requests.Any
        ? _engine.Faults.Requests.AnswerAsync(request, r => AnswerAsync(r, aborted), aborted)
        : AnswerAsync(request, aborted);

    /// <summary>Whether a host is one of blob storage.</summary>
    public static bool IsBlobHost(string host) => host.Contains(".blob.", StringComparison.OrdinalIgnoreCase) || host.Contains(".dfs.", StringComparison.OrdinalIgnoreCase);

    public static bool IsBlob(EngineRequest request) => IsBlobHost(request.Uri.Host);

    /// <summary>Refuses a request before anybody looked at it, in the shape of whoever it is for.</summary>
    public EngineResponse Refuse(EngineRequest request, Refusal refusal)
    {
        (RouteArea? area, _, _) = Place(request.Uri);
        return _answers.Fail(new ArmCall { Request = request, Parts = [], IsDataPlane = IsDataPlane(area, request.Uri.Host) }, refusal);
    }

    /// <inheritdoc cref="Refuse(EngineRequest, Refusal)"/>
    public EngineResponse Refuse(EngineRequest request, BlobException refusal) => _engine.BlobService.Answer(request, refusal);

    private static bool IsDataPlane(RouteArea? area, string host) =>
        area is not (null or RouteArea.Workspace or RouteArea.Location or RouteArea.Subscription) || host.EndsWith(".azureml.ms", StringComparison.OrdinalIgnoreCase);

    private ValueTask<EngineResponse> AnswerAsync(EngineRequest request, CancellationToken aborted)
    {
        string host = request.Uri.Host;
        if (IsBlobHost(host))
        {
            return new(_engine.BlobService.Handle(request));
        }

        (RouteArea? area, string rest, Refusal? error) = Place(request.Uri);
        bool isDataPlane = IsDataPlane(area, host);
        ArmCall CallWith(IReadOnlyList<string> parts) => new() { Request = request, Parts = parts, IsDataPlane = isDataPlane, Aborted = aborted };

        if (area is null)
        {
            return new(_answers.Fail(CallWith([]), error!));
        }

        if (area != RouteArea.Region && !HasToken(request))
        {
            return new(_answers.Fail(CallWith([]), Unauthenticated).With("WWW-Authenticate", "Bearer realm=\"\", error=\"invalid_token\", error_description=\"The access token is missing.\""));
        }

        string[] segments = rest.Length == 0 ? [] : rest.Split('/');
        string? allowed = null;
        foreach (Route route in _routes[(int)area.Value])
        {
            if (route.Match(segments) is { } parts)
            {
                if (string.Equals(route.Method, request.Method, StringComparison.Ordinal))
                {
                    ArmCall call = CallWith(parts);
                    return (CheckVersion(call) ?? QueryCheck.Check(route, call, _engine.Settings.Strictness)) is { } wrong ? new(_answers.Fail(call, wrong)) : route.Handle(call);
                }

                allowed = allowed is null ? route.Method : $"{allowed}, {route.Method}";
            }
        }

        return new(allowed is null
            ? _answers.Fail(CallWith([]), Refusal.Gateway(404, "InvalidResourceType", $"The in-memory service has no answer for {request.Method} {request.Uri.AbsolutePath}: no such route."))
            : _answers.Fail(CallWith([]), new Refusal(405, $"The method {request.Method} is not allowed here. Allowed: {allowed}.") { Code = "MethodNotAllowed" }).With("Allow", allowed));
    }

    private static Refusal Unauthenticated { get; } =
        Refusal.Gateway(401, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing or carries no bearer token.");

    private static bool HasToken(EngineRequest request) =>
        request.Header("Authorization") is { Length: > 7 } authorization && authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    private static Refusal? CheckVersion(ArmCall call)
    {
        if (call.IsDataPlane)
        {
            return null;
        }

        if (call.Query("api-version") is not { Length: > 0 } text)
        {
            return Refusal.Gateway(400, "MissingApiVersionParameter", "The api-version query parameter (?api-version=) is required for all requests.");
        }

        if (ApiVersion.Parse(text) is not { } version)
        {
            return Refusal.Gateway(400, "InvalidApiVersionParameter", $"The api-version '{text}' is invalid. It is a date, with '-preview' behind it for a preview, for example 2024-04-01.");
        }

        call.Version = version;
        return null;
    }

    /// <summary>Finds the area of an address and the path below it.</summary>
    private (RouteArea? Area, string Below, Refusal? Error) Place(Uri uri)
    {
        string path = uri.AbsolutePath;
        if (TryBelow(path, _workspacePrefix, out string rest))
        {
            return (RouteArea.Workspace, rest, null);
        }

        if (TryBelow(path, _engine.Workspace.LocationPrefix, out rest))
        {
            return (RouteArea.Location, rest, null);
        }

        int subscriptions = path.IndexOf("/subscriptions/", StringComparison.OrdinalIgnoreCase);
        if (subscriptions > 0 && ServiceArea(path[..subscriptions]) is { } area)
        {
            return TryBelow(path[subscriptions..], _workspacePrefix, out rest) ? (area, rest, null) : (null, "", NotOurs(path[subscriptions..]));
        }

        if (subscriptions == 0)
        {
            return TryBelow(path, $"/subscriptions/{_engine.Workspace.SubscriptionId}/providers/Microsoft.MachineLearningServices", out rest)
                ? (RouteArea.Subscription, rest, null)
                : (null, "", NotOurs(path));
        }

        return (RouteArea.Region, path.Trim('/'), null);
    }

    private static RouteArea? ServiceArea(string service) => service switch
    {
        "/history/v1.0" => RouteArea.History,
        "/data/v1.0" => RouteArea.Data,
        "/mlflow/v1.0" or "/mlflow/v2.0" => RouteArea.Mlflow,
        _ => null,
    };

    private static bool TryBelow(string path, string prefix, out string rest)
    {
        if (path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && (path.Length == prefix.Length || path[prefix.Length] == '/'))
        {
            rest = path[prefix.Length..].Trim('/');
            return true;
        }

        rest = "";
        return false;
    }

    /// <summary>What Azure's gateway says about a workspace that is not there (recorded).</summary>
    private Refusal NotOurs(string path)
    {
        string[] parts = path.Split('/');
        int group = Array.FindIndex(parts, static p => p.Equals("resourceGroups", StringComparison.OrdinalIgnoreCase));
        int workspace = Array.FindIndex(parts, static p => p.Equals("workspaces", StringComparison.OrdinalIgnoreCase));
        return group > 0 && workspace > 0 && workspace + 1 < parts.Length
            ? Refusal.Gateway(404, "ResourceNotFound", $"The Resource 'Microsoft.MachineLearningServices/workspaces/{parts[workspace + 1]}' under resource group '{parts[group + 1]}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix")
            : Refusal.Gateway(404, "SubscriptionNotFound", $"The in-memory service answers for the subscription '{_engine.Workspace.SubscriptionId}' and the location '{_engine.Workspace.Region}' only.");
    }
}
