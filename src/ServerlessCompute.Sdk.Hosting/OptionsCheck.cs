using Microsoft.Extensions.Options;

namespace ServerlessCompute;

/// <summary>Finds everything that is wrong with a client's options at once.</summary>
internal sealed class OptionsCheck : IValidateOptions<ServerlessComputeOptions>
{
    public ValidateOptionsResult Validate(string? name, ServerlessComputeOptions options)
    {
        string[] problems = options.ClientFactory is null ? [.. Find(options)] : [];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Select(problem => Name(name) + problem));
    }

    private static string Name(string? name) => string.IsNullOrEmpty(name) ? "ServerlessCompute: " : $"ServerlessCompute '{name}': ";

    private static IEnumerable<string> Find(ServerlessComputeOptions options)
    {
        IEnumerable<string> problems = options.Problems;
        if (options.Workspace is null && options.Problems.Count == 0)
        {
            problems = problems.Append("No workspace is named. Set Workspace to its resource id, or SubscriptionId, ResourceGroup and WorkspaceName.");
        }

        return problems.Concat(options.CredentialFactory is null ? options.Credential.Check() : []).Concat(options.Resilience.Problems().Select(static problem => "Resilience: " + problem));
    }
}
