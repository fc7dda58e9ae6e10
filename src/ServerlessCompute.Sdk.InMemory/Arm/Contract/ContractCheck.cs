using System.Text.Json;
using System.Text.Unicode;

namespace ServerlessCompute;

/// <summary>Checks bodies against the contract. All problems of a body are told at once.</summary>
internal static class ContractCheck
{
    /// <summary>What Azure's gateway lets through.</summary>
    private const int LargestBody = 4 * 1024 * 1024;

    private const int MostProblems = 20;

    /// <summary>What is wrong with a body, or null.</summary>
    /// <param name="model">The contract's name of what it ought to be.</param>
    /// <param name="body">The body.</param>
    /// <param name="version">The api-version that the client asks for.</param>
    /// <param name="strictness">What is let through beyond the contract.</param>
    public static Refusal? Check(string model, ReadOnlySpan<byte> body, ApiVersion version, Strictness strictness)
    {
        if (body.Length > LargestBody)
        {
            return Refusal.Gateway(413, "RequestContentTooLarge", $"The request content size exceeds the maximum size of {LargestBody} bytes.");
        }

        if (!Utf8.IsValid(body))
        {
            return Malformed("it is not UTF-8");
        }

        var problems = new List<ContractProblem>();
        try
        {
            var checker = new ContractChecker(body, version, strictness, problems);
            checker.CheckBody(model);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: escapes that make no character.
            return Malformed(e.Message);
        }

        if (problems.Count == 0)
        {
            return null;
        }

        ContractProblem first = problems[0];
        string more = problems.Count > 1 ? $" {problems.Count - 1} more problem(s) are in the details." : "";
        return Refusal.Invalid($"{first.Path}: {first.Message}{more}", first.Path) with { Details = [.. problems.Take(MostProblems)] };
    }

    /// <summary>Whether the bytes are one well-formed JSON object, so that nothing read from it later can throw.</summary>
    public static bool IsObject(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!Utf8.IsValid(json) || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read())
            {
                ContractChecker.CheckEscapes(ref reader);
            }

            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static Refusal Malformed(string why) =>
        Refusal.Gateway(400, "InvalidRequestContent", $"The request content was invalid and could not be deserialized: {why}");
}
