using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace ServerlessCompute;

/// <summary>
/// A resolved job is the same job in C# and in REST, whichever of the two it starts from. A long run:
/// <c>CsCheck_Iter=50000 dotnet test --filter Name~JobRoundTrip</c>.
/// </summary>
internal sealed class JobRoundTripTests
{
    private static readonly long Many = Math.Max(500, Check.Iter);

    [Test]
    public void Write_AnyCommandJob_ReadsBackEqual() =>
        GenJob.Command.Sample(job => Wired.Read(Wired.Write(job)).Equals(job), iter: Many, print: Wired.Write);

    [Test]
    public void Write_AnyUnknownJob_ReadsBackEqual() =>
        GenJob.Unknown.Sample(job => Wired.Read(Wired.Write(job)).Equals(job), iter: Many, print: Wired.Write);

    [Test]
    public void Write_EqualJobs_WriteTheSame() =>
        GenJob.Command.Sample(job => Wired.Write(job) == Wired.Write(job with { Name = "another name" }), iter: Many, print: Wired.Write);

    [Test]
    public void ReadResource_MembersInAnyOrderAmongNulls_WritesBackTheSame() =>
        Gen.Select(GenJob.Command, Gen.Int).Sample(
            (job, seed) =>
            {
                JsonNode said = JsonNode.Parse(Wired.Write(job))!;
                JsonNode sent = Disorder.Of(said, new Random(seed));
                return JsonNode.DeepEquals(JsonNode.Parse(Wired.Write(Wired.Read(sent.ToJsonString()))), said);
            },
            iter: Many,
            print: pair => Disorder.Of(JsonNode.Parse(Wired.Write(pair.Item1))!, new Random(pair.Item2)).ToJsonString());

    [Test]
    public void ReadResource_AnyCut_SaysWhatIsWrong() =>
        Gen.Select(GenJob.Command, Gen.Double[0, 1]).Sample(
            (job, share) =>
            {
                byte[] whole = Encoding.UTF8.GetBytes(Wired.Write(job));
                byte[] cut = whole[..(int)(share * (whole.Length - 1))];
                return Throws(cut);
            },
            iter: Many);

    [Test]
    public void ReadResource_AnyByteBroken_ReadsOrSaysWhatIsWrong() =>
        Gen.Select(GenJob.Command, Gen.Double[0, 1], Gen.Byte).Sample(
            (job, share, value) =>
            {
                byte[] broken = Encoding.UTF8.GetBytes(Wired.Write(job));
                broken[(int)(share * (broken.Length - 1))] = value;
                _ = Throws(broken);
            },
            iter: Many);

    private static bool Throws(byte[] utf8)
    {
        try
        {
            JobWire.ReadResource(utf8);
            return false;
        }
        catch (JobFormatException)
        {
            return true;
        }
    }
}
