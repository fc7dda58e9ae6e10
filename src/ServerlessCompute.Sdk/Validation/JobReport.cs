using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>Collects what the rules find in one job, and spares them the nulls that <c>!</c> lets in.</summary>
internal sealed class JobReport(Job job)
{
    // Nobody who gets so many problems reads the suggestions, and each takes time.
    private const int LongReport = 50;

    private readonly List<JobDiagnostic> _found = [];

    /// <summary>Whether the service sent the job: what it accepted, and what it added itself, is not this library's to refuse.</summary>
    public bool IsFromService { get; } = job.Id is not null || job.Status.Value is not null;

    public JobValidationResult ToResult() => new([.. _found]);

    public void Add(DiagnosticDescriptor what, string path, string message, string fix)
    {
        JobDiagnostic found = what.At(path, message, fix);
        _found.Add(what.IsOpenWord && IsFromService ? found with { Severity = JobDiagnosticSeverity.Warning } : found);
    }

    /// <summary>A sentence with the nearest of the known names, to be put behind another; empty when none is near.</summary>
    public string DidYouMean(string name, IEnumerable<string> known) => _found.Count < LongReport ? Spelling.DidYouMean(name, known) : "";

    /// <summary>Whether the value is there; reports one that is not.</summary>
    public bool IsGiven([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] object? value, string path)
    {
        if (value is null)
        {
            Add(PartIsNull, path, "This is null.", "Leave it out, or give it a value.");
        }

        return value is not null;
    }

    /// <summary>The entries of a map that have a name and a value; reports the others.</summary>
    public IEnumerable<KeyValuePair<string, T>> Entries<T>(ValueMap<T>? map, string path)
        where T : class
    {
        if (!IsGiven(map, path))
        {
            yield break;
        }

        foreach (KeyValuePair<string, T> entry in map)
        {
            bool isNamed = !string.IsNullOrWhiteSpace(entry.Key);
            if (!isNamed)
            {
                Add(NameIsBlank, path, "An entry has no name.", "Give each entry a name that is not blank.");
            }

            if (IsGiven(entry.Value, Shown.At(path, entry.Key)) && isNamed)
            {
                yield return entry;
            }
        }
    }

    /// <summary>The items of a list that are there, with their places; reports the others.</summary>
    public IEnumerable<(T Item, string Path)> Items<T>(ValueList<T>? list, string path)
    {
        if (!IsGiven(list, path))
        {
            yield break;
        }

        for (int i = 0; i < list.Count; i++)
        {
            string place = $"{path}[{i}]";
            if (IsGiven(list[i], place))
            {
                yield return (list[i], place);
            }
        }
    }
}
