namespace ServerlessCompute;

/// <summary>A container's blobs. Thread-safe: every change is one step under the container's lock, every answer a snapshot.</summary>
internal sealed class BlobContainer
{
    private readonly BlobStore _store;
    private readonly Lock _gate = new();
    private readonly OrderedBlobs _blobs = new();
    private Dictionary<string, StagedBlocks>? _staged;
    private long _version;

    internal BlobContainer(BlobStore store, string name)
    {
        _store = store;
        Name = name;
        Created = store.Time.GetUtcNow();
        _version = Created.UtcTicks;
        ETag = $"\"0x{_version:X}\"";
    }

    public string Name { get; }

    public DateTimeOffset Created { get; }

    public string ETag { get; }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _blobs.Count;
            }
        }
    }

    public Blob? TryGet(string name)
    {
        lock (_gate)
        {
            return _blobs.Find(name);
        }
    }

    /// <summary>Stores a whole blob, in place of the one of that name.</summary>
    public Blob Put(string name, BlobContent content, string? contentType = null) => Change(name, _ => new Blob
    {
        Name = name,
        Content = content,
        Headers = contentType is null ? BlobHeaders.Default : new BlobHeaders { ContentType = contentType },
    });

    /// <summary>Stores a blob unless there is one of its name.</summary>
    public void TryAdd(string name, Blob blob)
    {
        lock (_gate)
        {
            if (_blobs.Find(name) is null)
            {
                _blobs.Set(Stamped(blob), name);
            }
        }
    }

    /// <summary>Adds to the end of an append blob, which is made when it is not there. Beyond the store's threshold the blob moves to a file.</summary>
    /// <exception cref="BlobException">A blob of that name is no append blob.</exception>
    public Blob Append(string name, ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            Blob blob = _blobs.Find(name) ?? new Blob { Name = name, Content = AppendedContent.Start, Kind = BlobKind.Append };
            return Keep(Appended(blob, bytes));
        }
    }

    /// <summary>Adds to the end of an append blob that is there, when <paramref name="check"/> lets it.</summary>
    /// <exception cref="BlobException">There is none of that name, or it is no append blob; and what <paramref name="check"/> throws.</exception>
    public Blob Append(string name, ReadOnlyMemory<byte> bytes, Action<Blob?> check)
    {
        lock (_gate)
        {
            Blob? blob = _blobs.Find(name);
            check(blob);
            return Keep(Appended(blob ?? throw BlobException.BlobNotFound(), bytes.Span));
        }
    }

    /// <summary>
    /// Changes a blob in one step: <paramref name="change"/> gets the present blob, or null, and answers with the new one.
    /// What it throws leaves everything as it was.
    /// </summary>
    public Blob Change(string name, Func<Blob?, Blob> change)
    {
        lock (_gate)
        {
            return Keep(change(_blobs.Find(name)));
        }
    }

    /// <summary>Gives back the room that an append blob keeps for growing: for logs that are over.</summary>
    public void Seal(string name)
    {
        lock (_gate)
        {
            switch (_blobs.Find(name))
            {
                case { Content: AppendedContent content } blob:
                    _blobs.Set(blob with { Content = content.Pack() });
                    break;
                case { Content: SpilledContent content }:
                    content.Close();
                    break;
            }
        }
    }

    /// <summary>Removes the blob when <paramref name="check"/> lets it.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Delete(string name, Action<Blob>? check = null)
    {
        lock (_gate)
        {
            if (_blobs.Find(name) is { } blob)
            {
                check?.Invoke(blob);
            }

            _staged?.Remove(name);
            return _blobs.Remove(name);
        }
    }

    /// <summary>Lists the blobs whose names start with <paramref name="prefix"/>.</summary>
    /// <param name="prefix">Empty for all.</param>
    /// <param name="delimiter">When given, names that contain it behind the prefix are rolled up into one entry each.</param>
    /// <param name="marker">The <see cref="BlobPage.NextMarker"/> of the page before.</param>
    /// <param name="maxResults">The most entries of the page.</param>
    public BlobPage List(string prefix = "", string? delimiter = null, string? marker = null, int maxResults = int.MaxValue)
    {
        var entries = new List<BlobEntry>();
        lock (_gate)
        {
            string from = marker is not null && string.CompareOrdinal(marker, prefix) > 0 ? marker : prefix;
            Blob? next = _blobs.FirstFrom(from);
            while (next is not null && next.Name.StartsWith(prefix, StringComparison.Ordinal))
            {
                BlobEntry entry = Entry(next, prefix, delimiter);
                if (entries.Count == maxResults)
                {
                    return new BlobPage(entries, entry.Name);
                }

                entries.Add(entry);

                // The smallest name behind this one, or behind everything that was rolled up.
                next = _blobs.FirstFrom(entry.Blob is null ? entry.Name + char.MaxValue : entry.Name + '\0');
            }
        }

        return new BlobPage(entries, null);
    }

    /// <summary>Keeps a block until a block list names it.</summary>
    public void StageBlock(string name, string blockId, BlobContent content)
    {
        lock (_gate)
        {
            _staged ??= new Dictionary<string, StagedBlocks>(StringComparer.Ordinal);
            if (!_staged.TryGetValue(name, out StagedBlocks? blocks))
            {
                _staged[name] = blocks = new StagedBlocks();
            }

            blocks.Add(blockId, content);
        }
    }

    /// <summary>The blocks of a blob that wait for a block list.</summary>
    public IReadOnlyList<Block> Staged(string name)
    {
        lock (_gate)
        {
            return _staged is not null && _staged.TryGetValue(name, out StagedBlocks? blocks) ? [.. blocks.All] : [];
        }
    }

    /// <summary>Makes a blob of blocks, as <see cref="Change"/> does, and forgets what was staged for it.</summary>
    public Blob Commit(string name, Func<Blob?, IReadOnlyList<Block>, Blob> change)
    {
        lock (_gate)
        {
            Blob blob = Keep(change(_blobs.Find(name), Staged(name)));
            _staged?.Remove(name);
            return blob;
        }
    }

    private static BlobEntry Entry(Blob blob, string prefix, string? delimiter)
    {
        if (string.IsNullOrEmpty(delimiter))
        {
            return new BlobEntry(blob.Name, blob);
        }

        int cut = blob.Name.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return cut < 0 ? new BlobEntry(blob.Name, blob) : new BlobEntry(blob.Name[..(cut + delimiter.Length)], null);
    }

    private Blob Appended(Blob blob, ReadOnlySpan<byte> bytes) => blob with
    {
        Content = blob.Content switch
        {
            _ when blob.Kind != BlobKind.Append => throw BlobException.InvalidBlobType(),
            AppendedContent content when content.Length + bytes.Length <= _store.SpillThreshold => content.Append(bytes),
            AppendedContent content => new SpilledContent(_store.Spill.NewFile(), 0).Append(content.Read(0, (int)content.Length).Span).Append(bytes),
            SpilledContent content => content.Append(bytes),
            PackedContent content => AppendedContent.Start.Append(content.Read(0, int.MaxValue).Span).Append(bytes),
            _ => throw BlobException.InvalidBlobType(),
        },
        AppendedBlocks = blob.AppendedBlocks + 1,
    };

    private Blob Keep(Blob blob)
    {
        Blob kept = Stamped(blob);
        _blobs.Set(kept);
        return kept;
    }

    private Blob Stamped(Blob blob)
    {
        DateTimeOffset now = _store.Time.GetUtcNow();
        _version = Math.Max(_version + 1, now.UtcTicks);
        return blob with
        {
            Created = blob.Created == default ? now : blob.Created,
            LastModified = now,
            Version = _version,
        };
    }
}
