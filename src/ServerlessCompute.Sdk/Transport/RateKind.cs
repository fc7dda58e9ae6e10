using System.Globalization;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>What the service counts by itself: reads, writes and deletes have limits of their own.</summary>
internal sealed class RateKind
{
    /// <summary>The rates that Azure Resource Manager documents for a subscription.</summary>
    private static readonly RateKind _reads = new("reads", 25), _writes = new("writes", 10), _deletes = new("deletes", 10);

    private readonly string _own;
    private readonly string _all;

    private RateKind(string word, double refillPerSecond)
    {
        _own = "x-ms-ratelimit-remaining-subscription-" + word;
        _all = "x-ms-ratelimit-remaining-subscription-global-" + word;
        RefillPerSecond = refillPerSecond;
    }

    /// <summary>How many requests come back each second.</summary>
    public double RefillPerSecond { get; }

    public static RateKind Of(RequestMethod method) =>
        method == RequestMethod.Get || method == RequestMethod.Head ? _reads : method == RequestMethod.Delete ? _deletes : _writes;

    /// <summary>How many more requests the service will take; null when it does not say.</summary>
    public int? Remaining(Response response)
    {
        int? own = Read(response, _own), all = Read(response, _all);
        return own is null ? all : all < own ? all : own;
    }

    private static int? Read(Response response, string header) =>
        response.Headers.TryGetValue(header, out string? text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
