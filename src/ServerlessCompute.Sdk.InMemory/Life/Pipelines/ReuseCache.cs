using System.Security.Cryptography;
using System.Text;

namespace ServerlessCompute;

/// <summary>Finished steps by what they were made of: one of equal making stands for the next. Under the engine's lock.</summary>
internal sealed class ReuseCache
{
    private readonly Dictionary<UInt128, JobRecord> _finished = [];

    /// <summary>What decides: the component, its inputs, and what else of the step changes what it does.</summary>
    public static UInt128 Key(PipelineNode node, IReadOnlyDictionary<string, StepValue> inputs)
    {
        var text = new StringBuilder(node.Component!.Id);
        foreach ((string name, StepValue input) in inputs.OrderBy(static i => i.Key, StringComparer.Ordinal))
        {
            text.Append('\n').Append(name).Append('\t').Append(input.Type).Append('\t').Append(input.Value);
        }

        foreach (string part in (string[])["environment_variables", "distribution", "task", "search_space", "sampling_algorithm", "objective"])
        {
            text.Append('\n').Append(ComponentFacts.Part(node.Json, part) is { ValueKind: not System.Text.Json.JsonValueKind.Undefined } sent ? sent.GetRawText() : ComponentFacts.Text(node.Json, part));
        }

        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public JobRecord? Find(UInt128 key) => _finished.TryGetValue(key, out JobRecord? run) && !run.IsDeleted ? run : null;

    public void Add(UInt128 key, JobRecord run) => _finished[key] = run;
}
