using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Logging;

namespace ServerlessCompute;

/// <summary>The page on telemetry lists what the code has, no more and no less.</summary>
internal sealed class TelemetryDocumentationTests
{
    private static readonly string[] Page = File.ReadAllLines(Repository.Folder("docs", "telemetry.md"));

    [Test]
    public void Messages_OnThePage_AreThoseOfTheCode()
    {
        IEnumerable<string> code = typeof(LogMessages).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(method => (Method: method, Message: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(pair => pair.Message is not null)
            .Select(pair => $"{pair.Message!.EventId} | {pair.Method.Name} | {pair.Message.Level} | {pair.Message.Message}");

        Assert.That(Rows("## Messages").Select(row => string.Join(" | ", row)), Is.EquivalentTo(code).And.Not.Empty);
    }

    [Test]
    public void Messages_Always_HaveAnIdOfTheirOwn() =>
        Assert.That(Rows("## Messages").Select(row => int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture)), Is.Unique.And.Ordered);

    [Test]
    public void Instruments_OnThePage_AreThoseOfTheCode()
    {
        var code = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == ServerlessComputeTelemetry.MeterName)
            {
                lock (code)
                {
                    code.Add($"{instrument.Name} | {instrument.GetType().Name.Split('`')[0]} | {instrument.Unit} | {instrument.Description}");
                }
            }
        };
        listener.Start();
        Metering.Uploaded(0);

        IEnumerable<string> page = Rows("## Instruments").Select(row => $"{row[0].Trim('`')} | {row[1]} | {row[2]} | {row[3]}");

        Assert.That(page.Select(Lower), Is.EquivalentTo(code.Distinct().Select(line => Lower(line.Split(", each once")[0]))).Using<string>((a, b) => a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)).And.Not.Empty);
    }

    [Test]
    public void Spans_OnThePage_AreThoseOfTheCode()
    {
        IEnumerable<string?> code = typeof(SpanNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string?)field.GetValue(null));

        Assert.That(Rows("## Spans").Select(row => row[0].Trim('`')), Is.EquivalentTo(code).And.Not.Empty);
    }

    [Test]
    public void Attributes_OnThePage_AreThoseOfTheCode()
    {
        string[] code = [.. typeof(SpanTags).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!).Where(tag => tag.StartsWith("azureml.", StringComparison.Ordinal)).Select(tag => tag[8..])];
        IEnumerable<string> page = Rows("## Spans").Concat(Rows("## Instruments")).SelectMany(row => row[^1].Split(", ", StringSplitOptions.RemoveEmptyEntries)).Append("workspace.name").Where(tag => tag != "error.type").Distinct();

        Assert.That(page, Is.EquivalentTo(code));
    }

    // The code's descriptions are sentences, the page's are not.
    private static string Lower(string line)
    {
        string[] cells = line.TrimEnd('.').Split(" | ");
        cells[3] = char.ToLowerInvariant(cells[3][0]) + cells[3][1..];
        return string.Join(" | ", cells);
    }

    private static IEnumerable<string[]> Rows(string heading) =>
        Page.SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Trim('|').Split(" | ").Select(cell => cell.Trim(' ', '|')).ToArray());
}
