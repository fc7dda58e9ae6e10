namespace ServerlessCompute;

/// <summary>Which jobs a list shows, by the query of its request.</summary>
internal sealed class JobQuery
{
    private readonly string _view;
    private readonly string? _jobType;
    private readonly string? _tag;
    private readonly IReadOnlyList<string[]> _properties;

    public JobQuery(ArmCall call)
    {
        _view = call.Query("listViewType") ?? "ActiveOnly";
        _jobType = call.Query("jobType");
        _tag = call.Query("tag");
        _properties = [.. (call.Query("properties") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(static p => p.Split('=', 2))];
    }

    public bool Passes(JobRecord job)
    {
        bool archived = job.Edits?.IsArchived ?? JsonScan.Value(job.Body, "isArchived"u8).SequenceEqual("true"u8);
        return (Is(_view, "All") || archived == Is(_view, "ArchivedOnly"))
            && (_jobType is null || Is(_jobType, job.Life.JobType))
            && (_tag is null || Has(job.Edits?.Tags ?? JsonScan.Value(job.Body, "tags"u8), _tag, value: null))
            && _properties.All(p => Has(job.Edits?.Properties ?? JsonScan.Value(job.Body, "properties"u8), p[0], p.Length > 1 ? p[1] : null));
    }

    private static bool Has(ReadOnlySpan<byte> map, string name, string? value)
    {
        ReadOnlySpan<byte> found = JsonScan.Value(map, System.Text.Encoding.UTF8.GetBytes(name));
        return !found.IsEmpty && (value is null || string.Equals(JsonScan.Text(found), value, StringComparison.Ordinal));
    }

    private static bool Is(string word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
