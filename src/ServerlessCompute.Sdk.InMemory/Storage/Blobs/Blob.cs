using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>A blob at one moment. Each change makes a new one, so whoever holds it has content, length and tag that belong together.</summary>
internal sealed record Blob
{
    private readonly long _created;
    private readonly long _lastModified;

    // Of the log of a run only what is its own is kept, beside a job's name that is there anyway: a million jobs have a million logs.
    private readonly string? _job;
    private readonly string _name = "";

    public Blob()
    {
    }

    [SetsRequiredMembers]
    private Blob(string job, string name)
    {
        Name = "";
        Content = BlobContent.Empty;
        (_job, _name) = (job, name);
    }

    public required string Name
    {
        get => _job is null ? _name : string.Concat(FolderOfJob, _job, "/", _name);
        init => (_job, _name) = (null, value);
    }

    public required BlobContent Content { get; init; }

    public BlobKind Kind { get; init; }

    public BlobHeaders Headers { get; init; } = BlobHeaders.Default;

    /// <summary>The <c>x-ms-meta-…</c> names without their prefix, and their values.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; } = [];

    /// <summary>The MD5 of the whole content where the service knows it: blobs that were put at once, or when the writer said it.</summary>
    public ReadOnlyMemory<byte> ContentMd5 { get; init; }

    /// <summary>How often something was appended.</summary>
    public int AppendedBlocks { get; init; }

    public DateTimeOffset Created
    {
        get => new(_created, TimeSpan.Zero);
        init => _created = value.UtcTicks;
    }

    public DateTimeOffset LastModified
    {
        get => new(_lastModified, TimeSpan.Zero);
        init => _lastModified = value.UtcTicks;
    }

    /// <summary>Grows with every change in the container, and follows the clock.</summary>
    public long Version { get; init; }

    /// <summary>The folder of runs' artifacts, up to the job's name.</summary>
    public const string FolderOfJob = "ExperimentRun/dcid.";

    /// <summary>The log of a job that nobody runs.</summary>
    /// <param name="job">The job's name.</param>
    /// <param name="log">The log's path among the job's artifacts.</param>
    /// <param name="content">What is in it.</param>
    public static Blob OfLog(string job, string log, AppendedContent content) => new(job, log)
    {
        Content = content,
        Kind = BlobKind.Append,
        AppendedBlocks = 1,
    };

    /// <summary>Compares the name with another, by UTF-16 unit.</summary>
    public int CompareName(string other)
    {
        if (_job is null)
        {
            return string.CompareOrdinal(_name, other);
        }

        ReadOnlySpan<char> rest = other;
        return Compare(FolderOfJob, ref rest) is not 0 and var folder ? folder
            : Compare(_job, ref rest) is not 0 and var job ? job
            : Compare("/", ref rest) is not 0 and var slash ? slash
            : Compare(_name, ref rest) is not 0 and var name ? name
            : -rest.Length;
    }

    /// <summary>Compares a part with the beginning of the rest, and cuts that off.</summary>
    private static int Compare(string part, ref ReadOnlySpan<char> rest)
    {
        int length = Math.Min(part.Length, rest.Length);
        int order = part.AsSpan(0, length).SequenceCompareTo(rest[..length]);
        rest = rest[length..];
        return order != 0 ? order : part.Length - length;
    }

    /// <summary>The entity tag with its quotation marks.</summary>
    public string ETag => $"\"0x{Version:X}\"";
}
