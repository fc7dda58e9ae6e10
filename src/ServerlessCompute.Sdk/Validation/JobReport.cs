using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>Collects what the rules find in one noun, and spares them the nulls that <c>!</c> lets in.</summary>
/// <param name="isFromService">Whether the service sent the noun: what it accepted, and what it added itself, is not this library's to refuse.</param>
/// <param name="found">What was found so far, where this report is a part of another's.</param>
/// <param name="place">Where in the job a part is that rules know by another place; null for where they say.</param>
internal sealed class JobReport(bool isFromService, List<JobDiagnostic>? found = null, Func<string, string>? place = null)
{
    // Nobody who gets so many problems reads the suggestions, and each takes time.
    private const int LongReport = 50;

    private readonly List<JobDiagnostic> _found = found ?? [];

    /// <summary>What is only a doubt here, and an error elsewhere.</summary>
    private DiagnosticDescriptor? _doubt;

    /// <summary>A report about a job.</summary>
    public JobReport(Job job)
        : this(job.Id is not null || job.Status.Value is not null)
    {
    }

    /// <summary>Whether the service sent the noun: what it accepted, and what it added itself, is not this library's to refuse.</summary>
    public bool IsFromService { get; } = isFromService;

    /// <summary>Whether the job is a schedule's, which knows its name and its time only when it is made.</summary>
    public bool IsScheduled { get; init; }

    /// <summary>Whether only what flows between the steps of a pipeline is to be looked at, and not what the steps run.</summary>
    public bool IsOfFlow { get; init; }

    public JobValidationResult ToResult() => new([.. _found]);

    public void Add(DiagnosticDescriptor what, string path, string message, string fix, bool isDoubtful = false)
    {
        JobDiagnostic problem = what.At(place is null ? path : place(path), message, fix);
        _found.Add(isDoubtful || what == _doubt || (what.IsOpenWord && IsFromService) ? problem with { Severity = JobDiagnosticSeverity.Warning } : problem);
    }

    /// <summary>The same report for rules that know the parts of the job by other places.</summary>
    public JobReport At(Func<string, string> where) => new(IsFromService, _found, place is null ? where : path => place(where(path))) { IsScheduled = IsScheduled, IsOfFlow = IsOfFlow, _doubt = _doubt };

    /// <summary>The same report, in which one kind of problem is no more than a warning.</summary>
    public JobReport Doubting(DiagnosticDescriptor what) => new(IsFromService, _found, place) { IsScheduled = IsScheduled, IsOfFlow = IsOfFlow, _doubt = what };

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
            string item = $"{path}[{i}]";
            if (IsGiven(list[i], item))
            {
                yield return (list[i], item);
            }
        }
    }
}
