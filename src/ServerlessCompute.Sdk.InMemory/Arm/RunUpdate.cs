namespace ServerlessCompute;

/// <summary>A PATCH of a run, which is how clients rename, describe, tag, archive and restore jobs: tags and properties merge, the rest is replaced.</summary>
internal sealed class RunUpdate(ServerlessEngine engine)
{
    /// <summary>Under the lock.</summary>
    public Refusal? Apply(JobRecord job, ReadOnlyMemory<byte> body)
    {
        if (!ContractCheck.IsObject(body.Span))
        {
            return Refusal.Invalid("The body is not a JSON object.");
        }

        JobEdits edits = job.Edits ??= new JobEdits();
        ReadOnlySpan<byte> sent = body.Span;
        if (JsonScan.Value(sent, "hidden"u8) is { IsEmpty: false } hidden)
        {
            edits.IsArchived = hidden.SequenceEqual("true"u8);
        }

        edits.DisplayName = Sent(sent, "displayName"u8) ?? edits.DisplayName;
        edits.Description = Sent(sent, "description"u8) ?? edits.Description;
        edits.Tags = Merge(edits.Tags ?? JsonScan.Value(job.Body, "tags"u8), JsonScan.Value(sent, "tags"u8)) ?? edits.Tags;
        edits.Properties = Merge(edits.Properties ?? JsonScan.Value(job.Body, "properties"u8), JsonScan.Value(sent, "properties"u8)) ?? edits.Properties;
        job.Touch(engine.Pacemaker.Instant());
        return null;
    }

    private static byte[]? Sent(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name) =>
        JsonScan.Value(body, name) is { } value && !JsonScan.IsNullOrAbsent(value) ? value.ToArray() : null;

    /// <summary>Both maps in one; null when nothing was sent.</summary>
    private static byte[]? Merge(ReadOnlySpan<byte> present, ReadOnlySpan<byte> sent)
    {
        if (JsonScan.IsNullOrAbsent(sent))
        {
            return null;
        }

        var merged = new OrderedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (JsonMember member in JsonScan.Members(present))
        {
            merged[member.Name] = JsonScan.Text(member.Value);
        }

        foreach (JsonMember member in JsonScan.Members(sent))
        {
            merged[member.Name] = JsonScan.Text(member.Value);
        }

        return JsonBuffer.Write(merged, static (writer, map) =>
        {
            writer.WriteStartObject();
            foreach (KeyValuePair<string, string?> entry in map)
            {
                writer.WriteString(entry.Key, entry.Value);
            }

            writer.WriteEndObject();
        });
    }
}
