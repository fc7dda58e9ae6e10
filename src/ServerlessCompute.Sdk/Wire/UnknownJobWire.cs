using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A job of a kind that this library has no type for: the common members, and everything else as it came.</summary>
internal static class UnknownJobWire
{
    public static UnknownJob Read(ref Utf8JsonReader reader, JobType type)
    {
        var members = new JobMembers();
        while (reader.NextMember())
        {
            _ = members.TryTake(ref reader) || members.TakeExtra(ref reader);
        }

        return members.ApplyTo(new UnknownJob(type));
    }

    /// <summary>All members as they came, the common ones too; those that are not even text are left out.</summary>
    public static UnknownJob? ReadAsItIs(ref Utf8JsonReader reader)
    {
        if (WireExtras.AllAsTheyCame(ref reader) is not { } members)
        {
            return null;
        }

        JobType type = members.TryGetValue(JobMembers.TypeName, out RawJson word) && word.Text is { } text ? new JobType(text) : default;
        return new UnknownJob(type) { AdditionalProperties = type.Value is null ? members : members.Without(JobMembers.TypeName) };
    }
}
