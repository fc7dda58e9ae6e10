using System.Security.Cryptography;
using System.Text;

namespace ServerlessCompute;

/// <summary>Finished steps by what they were made of: one of equal making stands for the next. Under the engine's lock.</summary>
internal sealed class ReuseCache
{
    // Where a step runs and how it is shown does not change what it makes.
    private static readonly HashSet<string> Beside = new(StringComparer.Ordinal)
    {
        "name", "type", "inputs", "outputs", "tags", "properties", "display_name", "description", "comment", "_source", "componentId", "resources",
        "queue_settings", "compute", "computeId", "identity", "limits", "services", "trial",
    };

    private readonly Dictionary<UInt128, JobRecord> _finished = [];

    /// <summary>What decides: the component, its inputs, and what else of the step changes what it does.</summary>
    public static UInt128 Key(PipelineNode node, IReadOnlyDictionary<string, StepValue> inputs)
    {
        var text = new StringBuilder(node.Component!.Id);
        foreach ((string name, StepValue input) in inputs.OrderBy(static i => i.Key, StringComparer.Ordinal))
        {
            text.Append('\n').Append(name).Append('\t').Append(input.Type).Append('\t').Append(input.Value);
        }

        foreach (System.Text.Json.JsonProperty member in node.Json.EnumerateObject().Where(static m => !Beside.Contains(m.Name)).OrderBy(static m => m.Name, StringComparer.Ordinal))
        {
            text.Append('\n').Append(member.Name).Append('\t').Append(member.Value.GetRawText());
        }

        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public JobRecord? Find(UInt128 key) => _finished.TryGetValue(key, out JobRecord? run) && !run.IsDeleted ? run : null;

    public void Add(UInt128 key, JobRecord run) => _finished[key] = run;
}
