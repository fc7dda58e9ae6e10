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
}
