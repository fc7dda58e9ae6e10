using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// The job of a schedule. YAML writes it in place, as the file that describes it, as <c>azureml:</c> and the name of a job of the workspace, or
/// as one of the two last under <c>job</c>, with what is to be another beside it.
/// </summary>
internal sealed class ScheduledJobForm : ValueForm<Job>
{
    private const string JobKey = "job";

    private const string TypeKey = "type";

    /// <summary>What a job runs is the job's own; a schedule may change how.</summary>
    private static readonly string[] _ownKeys = ["jobs", "command", "code", "entry", "args", "trial"];

    private static readonly ValueForm<Job> _form = new JobForm();

    public override bool IsUnset(Job value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, Job value) => _form.WriteRest(writer, value);

    public override Job ReadRest(ref Utf8JsonReader reader) => _form.ReadRest(ref reader);

    public override Tree Write(Job value, Dialect dialect)
    {
        if (ScheduledJob.SourceOf(value) is not { } source)
        {
            return _form.Write(value, dialect);
        }

        return IsLikeAnother(value)
            ? AssetName.Prefix + source
            : ((TreeMap)_form.Write(ScheduledJob.OwnPart(value), dialect)).With(JobKey, AssetName.Prefix + source);
    }

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out Job value)
    {
        value = tree switch
        {
            TreeScalar { Kind: ScalarKind.Text } text when SourceIn(text) is { } source => ScheduledJob.Like(source),
            TreeScalar { Kind: ScalarKind.Text } text => ReadFile(text, reader) is { } file ? reader.ReadJob(file) : null,
            TreeMap map when map.TryGet(JobKey, out Tree? job) => ReadChanged(job, map.Without(JobKey), reader),
            TreeMap map => reader.ReadJob(map),
            _ => null,
        };
        return value is not null || (tree is not (TreeMap or TreeScalar { Kind: ScalarKind.Text }) && Wrong(tree, reader, "A job, the path of its file, or azureml: and its name"));
    }

    public override void WriteCSharp(CSharpText text, Job value)
    {
        if (IsLikeAnother(value))
        {
            WriteLike(text, value);
            text.Append($".{nameof(CreateJobAction.Job)}");
        }
        else
        {
            _form.WriteCSharp(text, value);
        }
    }

    /// <summary>Whether the job says no more than which other it is like.</summary>
    public static bool IsLikeAnother(Job job) => ScheduledJob.SourceOf(job) is { } source && job == ScheduledJob.Like(source);

    /// <summary>The action that makes a job which says no more than which other it is like.</summary>
    public static void WriteLike(CSharpText text, Job job) =>
        text.Call($"{nameof(CreateJobAction)}.{nameof(CreateJobAction.LikeJob)}", CSharpText.Of(inner => inner.Text(ScheduledJob.SourceOf(job)!)));

    private static Job? ReadChanged(Tree job, TreeMap changes, TreeReader reader)
    {
        if (job is not TreeScalar { Kind: ScalarKind.Text } text)
        {
            reader.Enter(JobKey);
            Wrong(job, reader, "The path of a job's file, or azureml: and a job's name");
            reader.Leave();
            return null;
        }

        if (SourceIn(text) is { } source)
        {
            if (!changes.TryGet(TypeKey, out _))
            {
                reader.Report(changes.Place, $"'{TypeKey}' is missing.", $"Say which kind of job '{source}' is: '{TypeKey}: pipeline'.");
                return null;
            }

            return reader.ReadJob(changes) is { } own ? ScheduledJob.Like(source, own) : null;
        }

        foreach (TreeEntry own in changes.Entries.Where(change => _ownKeys.Contains(change.Name, StringComparer.Ordinal)))
        {
            reader.Enter(own.Name);
            reader.Report(own.NamePlace, $"A schedule cannot change '{own.Name}' of its job.", "Change it in the job's file.");
            reader.Leave();
        }

        // Relative paths among the changes start where the job's file is, as the reference client has it.
        return ReadFile(text, reader) is { } file ? reader.ReadJob(TreeMerge.Merge(file, TreeMerge.At(changes, file.Place.Folder))) : null;
    }

    private static TreeMap? ReadFile(TreeScalar path, TreeReader reader)
    {
        if (!reader.IsFile(path))
        {
            reader.Report(path.Place, $"'{path.Text}' is no file of this machine.", "Name the file that describes the job, or write azureml: and the name of a job of the workspace.");
            return null;
        }

        Tree? file = reader.Follow(path);
        if (file is not (null or TreeMap))
        {
            reader.Report(file.Place, $"A job belongs here, not {file.Describe()}.", "");
        }

        return file as TreeMap;
    }

    private static string? SourceIn(TreeScalar text) =>
        text.Text.StartsWith(AssetName.Prefix, StringComparison.OrdinalIgnoreCase) ? text.Text[AssetName.Prefix.Length..] : null;
}
