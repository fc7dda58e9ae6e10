using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// A kind of job that comes in variants, each a noun with a table of its own. In REST a word in an object of the job says which it is, in
/// trees the same word in the job itself. A job of a variant that nobody knows is an unknown job.
/// </summary>
/// <typeparam name="TBase">What all variants are.</typeparam>
/// <param name="type">The kind.</param>
/// <param name="yamlType">YAML's word for it.</param>
/// <param name="group">REST's object with the word.</param>
/// <param name="key">What the word stands under.</param>
/// <param name="variants">The variants by their word in REST.</param>
internal sealed class JobVariantTable<TBase>(JobType type, string yamlType, string group, MemberNames key, params (string Word, JobTable Table)[] variants)
    : JobTable(type, yamlType)
    where TBase : Job
{
    private readonly JsonEncodedText _group = JsonEncodedText.Encode(group);

    public override IReadOnlyList<JobTable> Variants { get; } = [.. variants.Select(variant => variant.Table)];

    public override bool Holds(Job job) => job is TBase;

    public override void WriteRest(Utf8JsonWriter writer, Job job) => Of(job).WriteRest(writer, job);

    public override Job ReadRest(ref Utf8JsonReader reader)
    {
        string? word = PeekWord(reader);
        return Array.Find(variants, variant => variant.Word.Equals(word, StringComparison.OrdinalIgnoreCase)).Table is { } table
            ? table.ReadRest(ref reader)
            : UnknownJobWire.Read(ref reader, Type);
    }

    public override TreeMap Write(Job job, Dialect dialect) => Of(job).Write(job, dialect);

    public override bool TryRead(TreeMap map, TreeReader reader, [MaybeNullWhen(false)] out Job job)
    {
        job = null;
        string name = key.In(reader.Dialect)!;
        if (map.Get(name) is not TreeScalar { Kind: ScalarKind.Text, Text: var word } at)
        {
            reader.Report(map.Get(name)?.Place ?? map.Place, $"'{name}' has to say which kind this is.", $"Write '{name}:' and one of {Words()}.");
            return false;
        }

        if (Array.Find(variants, variant => Plain(variant.Word) == Plain(word)).Table is { } table)
        {
            return table.TryRead(map, reader, out job);
        }

        reader.Report(at.Place, $"'{word}' is not known here.{Spelling.DidYouMean(word, variants.Select(variant => MemberNames.Snake(variant.Word)))}", $"Write one of {Words()}.");
        return false;
    }

    public override void WriteCSharp(CSharpText text, Job job) => Of(job).WriteCSharp(text, job);

    public override IEnumerable<string> NamesIn(Dialect dialect) => Variants.SelectMany(variant => variant.NamesIn(dialect)).Distinct(StringComparer.Ordinal);

    private JobTable Of(Job job) => Variants.First(variant => variant.Holds(job));

    private string Words() => string.Join(", ", variants.Select(variant => MemberNames.Snake(variant.Word)));

    private static string Plain(string word) => word.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>The word of the job at hand, wherever in it that stands. The reader itself does not move.</summary>
    private string? PeekWord(Utf8JsonReader reader)
    {
        while (reader.NextMember())
        {
            if (reader.Is(_group))
            {
                return reader.TokenType == JsonTokenType.StartObject ? WireReader.Peek(reader, key.Rest) : null;
            }

            reader.Skip();
        }

        return null;
    }
}
