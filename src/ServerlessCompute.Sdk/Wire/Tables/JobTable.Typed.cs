using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The table of one kind of job: the members of all jobs, and its own.</summary>
/// <param name="type">The kind.</param>
/// <param name="yamlType">YAML's word for it.</param>
/// <param name="seed">A job that says nothing but its defaults.</param>
/// <param name="sentSeed">What a job that the service sent starts from.</param>
/// <param name="common">Adds the members of all jobs, as this kind spells them.</param>
/// <param name="own">Adds the members that only this kind has.</param>
/// <param name="start">Writes the C# that such a job begins with; null for its constructor.</param>
/// <param name="started">The properties that the beginning says.</param>
internal sealed class JobTable<T>(
    JobType type, string yamlType, T seed, T sentSeed, Action<Shape<T>> common, Action<Shape<T>> own, Action<CSharpText, T>? start, params string[] started)
    : JobTable(type, yamlType)
    where T : Job
{
    private readonly Shape<T> _own = new Shape<T>(seed, sentSeed).Include(own);

    private readonly Shape<T> _all = new Shape<T>(seed, sentSeed).AddConstant(MemberNames.NotRest("type"), yamlType, yamlType, yamlType).Include(common).Include(own);

    /// <summary>The table of a kind that has the service's defaults, and spells the members of all jobs as the others do.</summary>
    public JobTable(JobType type, string yamlType, T seed, Action<Shape<T>> own, Action<CSharpText, T>? start = null, params string[] started)
        : this(type, yamlType, seed, seed, JobTables.AddCommon, own, start, started)
    {
    }

    /// <summary>The members that only this kind has.</summary>
    public Shape<T> Own => _own;

    /// <summary>All members, as trees and C# have them.</summary>
    public Shape<T> All => _all;

    /// <summary>What becomes of a job that was read from YAML, once all of it is.</summary>
    public Func<T, T> Finish { get; init; } = job => job;

    public override bool Holds(Job job) => job is T;

    public override void WriteRest(Utf8JsonWriter writer, Job job)
    {
        JobMembers.Write(writer, job with { AdditionalProperties = _own.Extras((T)job) });
        _own.WriteRestMembers(writer, (T)job);
    }

    public override Job ReadRest(ref Utf8JsonReader reader)
    {
        var members = new JobMembers();
        T job = _own.SentSeed;
        while (reader.NextMember())
        {
            _ = members.TryTake(ref reader) || _own.TryTakeRest(ref reader, ref job) || members.TakeExtra(ref reader);
        }

        T read = members.ApplyTo(job);
        return Shape<T>.WithExtras(read, job.AdditionalProperties);
    }

    public override TreeMap Write(Job job, Dialect dialect) => (TreeMap)_all.Write((T)job, dialect);

    public override bool TryRead(TreeMap map, TreeReader reader, [MaybeNullWhen(false)] out Job job)
    {
        bool isRead = _all.TryRead(map, reader, out T? read);
        job = isRead && reader.Dialect == Dialect.Yaml ? Finish(read!) : read;
        return isRead;
    }

    public override void WriteCSharp(CSharpText text, Job job)
    {
        var typed = (T)job;
        if (start is null)
        {
            text.Append($"new {typeof(T).Name}()");
        }
        else
        {
            start(text, typed);
        }

        text.Chain(_all.CSharpMembers(typed).Where(member => !started.Contains(member.Key)).Select(member => CSharpText.Of(verb => verb.Call($"With{member.Key}", CSharpText.Of(member.Value)))));
    }

    public override IEnumerable<string> NamesIn(Dialect dialect) => _all.NamesIn(dialect);
}
