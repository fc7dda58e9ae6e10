namespace ServerlessCompute;

/// <summary>Starts command jobs.</summary>
public static class Command
{
    /// <summary>
    /// A job that runs a command in bash. Holes of an interpolated string may be inputs and outputs; the variable names them.
    /// </summary>
    /// <example><code>Command.Run($"python train.py --data {data} --out {model}")</code></example>
    public static CommandJob Run(CommandText command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return new CommandJob { Command = command };
    }
}
