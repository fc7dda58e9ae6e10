using System.Globalization;

namespace ServerlessCompute;

/// <summary>Proofs that say more the longer they run: short in every run of the tests, long when a variable of the environment asks for it.</summary>
internal static class LongRun
{
    /// <summary>Whether the variable is set to <c>long</c>.</summary>
    public static bool IsAsked(string variable) => ProcessEnvironment.Current[variable] == "long";

    /// <summary>The number that the variable says, or the usual one.</summary>
    public static int Number(string variable, int usual) =>
        int.TryParse(ProcessEnvironment.Current[variable], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : usual;
}
