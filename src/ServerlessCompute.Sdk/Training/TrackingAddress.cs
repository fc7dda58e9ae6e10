using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>Where a tracking URI leads: <c>http(s)://…</c> as it is, the service's own <c>azureml://host/path</c> as <c>https://host/path</c>.</summary>
internal sealed class TrackingAddress
{
    private TrackingAddress(string root, bool isService)
    {
        Root = root;
        IsService = isService;
    }

    /// <summary>The address without a slash at its end; the REST paths follow.</summary>
    public string Root { get; }

    /// <summary>Whether it is the service's, which keeps artifacts by another API than an MLflow server.</summary>
    public bool IsService { get; }

    /// <summary>The service's artifact API beside its tracking API, in the same workspace.</summary>
    public string ServiceArtifacts
    {
        get
        {
            int workspace = Root.IndexOf("/subscriptions/", StringComparison.OrdinalIgnoreCase);
            return $"{new Uri(Root).GetLeftPart(UriPartial.Authority)}/artifact/v2.0{Root[workspace..]}";
        }
    }

    /// <summary>Reads a tracking URI; false for kinds that are not spoken to over HTTP.</summary>
    public static bool TryParse(string? uri, [NotNullWhen(true)] out TrackingAddress? address)
    {
        address = null;
        if (!Uri.TryCreate(uri, UriKind.Absolute, out Uri? parsed))
        {
            return false;
        }

        string? scheme = parsed.Scheme switch
        {
            "http" or "https" => parsed.Scheme,
            "azureml" when parsed.AbsolutePath.Contains("/subscriptions/", StringComparison.OrdinalIgnoreCase) => "https",
            _ => null,
        };
        if (scheme is null || parsed.Authority.Length == 0)
        {
            return false;
        }

        // The service ends its tracking URI in a bare question mark.
        address = new TrackingAddress($"{scheme}://{parsed.Authority}{parsed.AbsolutePath.TrimEnd('/')}", parsed.Scheme is "azureml");
        return true;
    }
}
