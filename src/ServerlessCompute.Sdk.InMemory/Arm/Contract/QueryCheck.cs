using System.Globalization;

namespace ServerlessCompute;

/// <summary>Checks the query of a request to the letter of the contract: numbers, booleans and sets of words. The looser reading takes what it understands.</summary>
internal static class QueryCheck
{
    private static readonly string[] Numbers = ["$top", "count", "offset"];
    private static readonly string[] Booleans = ["isDefault", "orderByAsc", "skipValidation"];
    private static readonly string[] Views = ["ActiveOnly", "ArchivedOnly", "All"];
    private static readonly string[] ScheduleViews = ["EnabledOnly", "DisabledOnly", "All"];

    public static Refusal? Check(Route route, ArmCall call, Strictness strictness)
    {
        if (strictness != Strictness.Contract || call.IsDataPlane || route.Area == RouteArea.Location || route.Method == "POST")
        {
            return null;
        }

        foreach (string name in Numbers)
        {
            if (call.Query(name) is { } text && !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            {
                return Refusal.Invalid($"{name}: expected a whole number, got '{text}'.", name);
            }
        }

        foreach (string name in Booleans)
        {
            if (call.Query(name) is { } text && !bool.TryParse(text, out _))
            {
                return Refusal.Invalid($"{name}: expected true or false, got '{text}'.", name);
            }
        }

        string[] words = route.Path == "schedules" ? ScheduleViews : Views;
        return call.Query("listViewType") is { } view && !words.Contains(view, StringComparer.Ordinal)
            ? Refusal.Invalid($"listViewType: '{view}' is none of {string.Join(", ", words)}.", "listViewType")
            : null;
    }
}
