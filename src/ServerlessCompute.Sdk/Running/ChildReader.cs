using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>Reads the children of runs, page by page, each page when the one before it was read.</summary>
internal sealed class ChildReader(ServiceConnection connection, bool isPatient = false)
{
    private const string ComponentNameProperty = "azureml.moduleName";
    private const string ReusedProperty = "azureml.isreused";
    private const string ReusedRunProperty = "azureml.reusedrunid";

    private const string SourceProperty = "azureml.runsource";
    private const string FineTuningProperty = "PipelineType";

    private static readonly string[] _sources = ["hyperdrive", "automl", "azureml.PipelineRun", "azureml.StepRun"];

    /// <summary>Deep enough for pipelines in pipelines; a service that answers a circle is not followed for ever.</summary>
    private const int MaxDepth = 32;

    /// <summary>The children of a run, and with <paramref name="recursive"/> theirs behind each of them.</summary>
    public async IAsyncEnumerable<JobChild> ReadAsync(string parent, bool recursive, int depth, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (RunDetails run in PagesAsync(parent, cancellationToken).ConfigureAwait(false))
        {
            if (run.RunId is not { } name)
            {
                continue;
            }

            yield return Child(run, name, parent, depth);
            if (recursive && depth < MaxDepth && StartsOthers(run.Properties))
            {
                await foreach (JobChild grandchild in ReadAsync(name, recursive, depth + 1, cancellationToken).ConfigureAwait(false))
                {
                    yield return grandchild;
                }
            }
        }
    }

    /// <summary>Whether the service notes on a run that it starts others (recorded): sweeps, AutoML, pipelines, fine-tuning, steps that are one of these.</summary>
    public static bool StartsOthers(ValueMap<string> properties) =>
        properties.ContainsKey(FineTuningProperty) || (properties.TryGetValue(SourceProperty, out string? source) && _sources.Contains(source, StringComparer.OrdinalIgnoreCase));

    private JobChild Child(RunDetails run, string name, string parent, int depth)
    {
        ValueMap<string> properties = run.Properties;
        return new JobChild
        {
            Name = name,
            ParentName = run.ParentRunId ?? parent,
            Run = new JobRun(connection, name, wasCreated: null),
            Status = run.Status,
            DisplayName = run.DisplayName,
            // The property has the component's name, which several steps may share; the step's own is what the run is called (recorded).
            StepName = properties.TryGetValue(ComponentNameProperty, out string? component) ? run.DisplayName ?? component : null,
            Depth = depth,
            CreatedAt = run.CreatedAt,
            StartedAt = run.StartedAt,
            EndedAt = run.EndedAt,
            InstanceType = run.Compute?.VmSize,
            InstanceCount = run.Compute?.InstanceCount,
            Tier = run.Compute?.Priority,
            Error = RunEnd.Error(run),
            ReusedFrom = properties.TryGetValue(ReusedProperty, out string? reused) && bool.TryParse(reused, out bool isReused) && isReused
                ? properties.TryGetValue(ReusedRunProperty, out string? from) ? from : ""
                : null,
            Tags = run.Tags,
            Properties = properties,
        };
    }

    private async IAsyncEnumerable<RunDetails> PagesAsync(string parent, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        WorkspaceEndpoints endpoints = await connection.GetEndpointsAsync(cancellationToken, isPatient).ConfigureAwait(false);
        string address = $"{endpoints.RunHistory}/runs/{Uri.EscapeDataString(parent)}/children";
        Uri? next = new(address);
        while (next is not null)
        {
            using HttpMessage message = connection.CreateMessage(RequestMethod.Get, next, isPatient);
            Response response = await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
            RunPage page = RunPage.Read(response.Content.ToMemory());
            foreach (RunDetails run in page.Runs)
            {
                yield return run;
            }

            next = Next(page, address);
        }
    }

    /// <summary>The token goes to the next page as well, so that page is asked of the same host, whatever the link says.</summary>
    private static Uri? Next(RunPage page, string address) =>
        page.ContinuationToken is { Length: > 0 } token ? new Uri($"{address}?$continuationtoken={Uri.EscapeDataString(token)}")
        : page.NextLink is { Length: > 0 } link && Uri.TryCreate(link, UriKind.Absolute, out Uri? next) && next.Host == new Uri(address).Host ? next
        : null;
}
