using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// <see cref="JobPage"/> from <c>{"value":[…],"nextLink":…}</c>. A job that breaks the contract does not take its neighbours with it.
/// </summary>
internal static class JobPageWire
{
    private static readonly JsonEncodedText _value = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText _nextLink = JsonEncodedText.Encode("nextLink");

    public static JobPage Read(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        ValueList<Job> jobs = ValueList<Job>.Empty;
        string? nextLink = null;
        while (reader.NextMember())
        {
            _ = reader.TryList(_value, ReadItem, ref jobs)
                || reader.TryText(_nextLink, ref nextLink)
                || reader.Pass();
        }

        return new JobPage(jobs, nextLink);
    }

    private static Job ReadItem(ref Utf8JsonReader reader) => reader.One<Job>(JobResourceWire.Read, JobResourceWire.ReadAsItIs);
}
