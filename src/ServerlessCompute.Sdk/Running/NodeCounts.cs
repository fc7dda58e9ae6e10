using System.Globalization;

namespace ServerlessCompute;

/// <summary>How many nodes a run has, as the service notes it in a tag of the run while it lives (recorded).</summary>
internal readonly record struct NodeCounts(int Preparing, int Running, int Current)
{
    private const string Tag = "_aml_system_ComputeTargetStatus";

    /// <summary>Null when the service has noted nothing, or something of another form.</summary>
    public static NodeCounts? Of(ValueMap<string> tags)
    {
        if (!tags.TryGetValue(Tag, out string? text))
        {
            return null;
        }

        try
        {
            return TreeJson.Read(RawJson.Parse(text)) is TreeMap map
                ? new NodeCounts(Count(map, "PreparingNodeCount"), Count(map, "RunningNodeCount"), Count(map, "CurrentNodeCount"))
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static int Count(TreeMap map, string name) =>
        map.Get(name) is TreeScalar { Kind: ScalarKind.Integer } number && int.TryParse(number.Text, CultureInfo.InvariantCulture, out int count) ? count : 0;
}
