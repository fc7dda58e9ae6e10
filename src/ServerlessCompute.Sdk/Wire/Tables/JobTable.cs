using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>How one kind of job is read and written in every dialect, and as C#.</summary>
internal abstract class JobTable(JobType type, string yamlType)
{
    public JobType Type { get; } = type;

    /// <summary>YAML's word for the kind.</summary>
    public string YamlType { get; } = yamlType;

    /// <summary>The tables of the nouns that this kind comes in; mostly this table itself.</summary>
    public virtual IReadOnlyList<JobTable> Variants => [this];

    public abstract bool Holds(Job job);

    /// <summary>Writes the members of a REST body, between its braces.</summary>
    public abstract void WriteRest(Utf8JsonWriter writer, Job job);

    public abstract Job ReadRest(ref Utf8JsonReader reader);

    /// <summary>The job as a tree, with the member that says its kind.</summary>
    public abstract TreeMap Write(Job job, Dialect dialect);

    /// <summary>Reads a tree, which may have the member that says its kind.</summary>
    public abstract bool TryRead(TreeMap map, TreeReader reader, [MaybeNullWhen(false)] out Job job);

    public abstract void WriteCSharp(CSharpText text, Job job);

    /// <summary>The names that YAML knows for such a job.</summary>
    public abstract IEnumerable<string> NamesIn(Dialect dialect);
}
