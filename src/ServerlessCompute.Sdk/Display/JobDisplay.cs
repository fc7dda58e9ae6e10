using System.Text;

namespace ServerlessCompute;

/// <summary>Jobs as text and as HTML. Nothing is asked of the service.</summary>
public static class JobDisplay
{
    /// <summary>What the job says, a line for each thing. Secrets are stars, signatures of addresses are left out.</summary>
    public static string ToTable(this Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        DisplayFact[] facts = [.. JobFacts.Of(job)];
        int width = facts.Max(static fact => fact.Name.Length);
        var text = new StringBuilder();
        text.AppendLine(Shown.Text(JobFacts.TitleOf(job)) + (job.Status == default ? "" : $": {job.Status}"));
        foreach (DisplayFact fact in facts)
        {
            string name = fact.Name.PadRight(width);
            foreach (string line in fact.Value.Split('\n'))
            {
                text.AppendLine($"  {name}  {line}".TrimEnd());
                name = new string(' ', width);
            }
        }

        return text.ToString();
    }

    /// <summary>The same as HTML; a pipeline with the graph of its steps.</summary>
    public static HtmlFragment ToHtml(this Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        HtmlWriter html = new HtmlWriter(JobFacts.TitleOf(job)).Heading(JobFacts.TitleOf(job), job.Status).Facts(JobFacts.Of(job));
        return (job is PipelineJob { Steps.Count: > 0 } pipeline ? html.Picture(pipeline.ToSvg()) : html).ToFragment();
    }
}
