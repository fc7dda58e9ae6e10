using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ServerlessCompute;

/// <summary>
/// Reads a section of configuration by hand, so that nothing is looked up by reflection and every key that means nothing is told. What cannot
/// be read becomes a sentence in a list.
/// </summary>
internal sealed class SectionReader(IConfiguration section, List<string> problems, string path = "")
{
    private static readonly Dictionary<string, ServerlessComputeClientOptions.ServiceVersion> _versions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["2024-04-01"] = ServerlessComputeClientOptions.ServiceVersion.V2024_04_01,
        ["2025-12-01"] = ServerlessComputeClientOptions.ServiceVersion.V2025_12_01,
        ["2026-05-15-preview"] = ServerlessComputeClientOptions.ServiceVersion.V2026_05_15_Preview,
    };

    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    private delegate bool Parse<T>(string text, out T value);

    public void ReadInto(ServerlessComputeOptions options)
    {
        options.Workspace = Workspace() ?? options.Workspace;
        options.Cloud = Read("Cloud", AzureCloud.Parse) ?? options.Cloud;
        options.ResourceManagerEndpoint = Read("ResourceManagerEndpoint", static text => new Uri(text, UriKind.Absolute)) ?? options.ResourceManagerEndpoint;
        options.ServiceVersion = Value<ServerlessComputeClientOptions.ServiceVersion>("ServiceVersion", _versions.TryGetValue, $"one of {string.Join(", ", _versions.Keys)}") ?? options.ServiceVersion;
        if (Child("Credential") is { } credential)
        {
            credential.ReadInto(options.Credential);
        }

        if (Child("Resilience") is { } resilience)
        {
            options.Resilience = resilience.Read(options.Resilience);
        }

        RefuseOthers();
    }

    private void ReadInto(CredentialOptions options)
    {
        options.Kind = Value<CredentialKind>("Kind", IsKind, $"one of {string.Join(", ", Enum.GetNames<CredentialKind>())}") ?? options.Kind;
        options.TenantId = Text("TenantId") ?? options.TenantId;
        options.ClientId = Text("ClientId") ?? options.ClientId;
        options.ObjectId = Text("ObjectId") ?? options.ObjectId;
        options.ResourceId = Text("ResourceId") ?? options.ResourceId;
        RefuseOthers();
    }

    private ResilienceOptions Read(ResilienceOptions options)
    {
        ResilienceOptions read = options with
        {
            MaxRetries = Number("MaxRetries") ?? options.MaxRetries,
            Delay = Span("Delay") ?? options.Delay,
            MaxDelay = Span("MaxDelay") ?? options.MaxDelay,
            AttemptTimeout = Span("AttemptTimeout") ?? options.AttemptTimeout,
            TotalTimeout = Span("TotalTimeout") ?? options.TotalTimeout,
            RetryBudget = Number("RetryBudget") ?? options.RetryBudget,
            WatchPatience = Span("WatchPatience") ?? options.WatchPatience,
            HedgeReadsAfter = Span("HedgeReadsAfter") ?? options.HedgeReadsAfter,
            PacesRequests = Value<bool>("PacesRequests", bool.TryParse, "true or false") ?? options.PacesRequests,
            Breaker = string.Equals(section["Breaker"], "off", StringComparison.OrdinalIgnoreCase) ? null : Child("Breaker") is { } breaker ? breaker.Read(options.Breaker ?? new BreakerOptions()) : options.Breaker,
        };
        _known.Add("Breaker");
        RefuseOthers();
        return read;
    }

    private BreakerOptions Read(BreakerOptions options)
    {
        BreakerOptions read = options with
        {
            FailureRatio = Value<double>("FailureRatio", IsNumber, "a number above 0 and at most 1") ?? options.FailureRatio,
            MinimumRequests = Number("MinimumRequests") ?? options.MinimumRequests,
            Window = Span("Window") ?? options.Window,
            Break = Span("Break") ?? options.Break,
        };
        RefuseOthers();
        return read;
    }

    private WorkspaceId? Workspace()
    {
        WorkspaceId? whole = Read("Workspace", WorkspaceId.Parse);
        (string Name, string? Text)[] parts = [.. ((string[])["SubscriptionId", "ResourceGroup", "WorkspaceName"]).Select(name => (name, Text(name)))];
        if (Array.TrueForAll(parts, static part => part.Text is null))
        {
            return whole;
        }

        string[] missing = [.. parts.Where(static part => part.Text is null).Select(part => Path(part.Name))];
        if (whole is not null || missing.Length > 0)
        {
            problems.Add(whole is not null ? $"{Path("Workspace")} and its parts are both set: set one." : $"{string.Join(" and ", missing)} must be set, too.");
            return null;
        }

        try
        {
            return new WorkspaceId(parts[0].Text!, parts[1].Text!, parts[2].Text!);
        }
        catch (ArgumentException e)
        {
            problems.Add(e.Message);
            return null;
        }
    }

    private SectionReader? Child(string name)
    {
        _known.Add(name);
        IConfigurationSection child = section.GetSection(name);
        return child.GetChildren().Any() ? new SectionReader(child, problems, Path(name)) : null;
    }

    private int? Number(string name) =>
        Value<int>(name, static (string text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value), "a whole number");

    private TimeSpan? Span(string name) =>
        Value<TimeSpan>(name, static (string text, out TimeSpan value) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value), "a time such as 00:00:30");

    private T? Value<T>(string name, Parse<T> parse, string form)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (parse(text, out T value))
        {
            return value;
        }

        problems.Add($"{Path(name)} is '{text}'; it is {form}.");
        return null;
    }

    private T? Read<T>(string name, Func<string, T> parse)
        where T : class
    {
        try
        {
            return Text(name) is { } text ? parse(text) : null;
        }
        catch (FormatException e)
        {
            problems.Add($"{Path(name)}: {e.Message}");
            return null;
        }
    }

    private string? Text(string name)
    {
        _known.Add(name);
        return section[name] is { Length: > 0 } text ? text : null;
    }

    private void RefuseOthers() => problems.AddRange(section.GetChildren()
        .Where(child => !_known.Contains(child.Key))
        .Select(child => $"{Path(child.Key)} means nothing here. Known are {string.Join(", ", _known.Order(StringComparer.Ordinal))}."));

    private string Path(string name) => path.Length == 0 ? name : $"{path}:{name}";

    private static bool IsKind(string text, out CredentialKind kind) => Enum.TryParse(text, ignoreCase: true, out kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(text[0]);

    private static bool IsNumber(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
