using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ServerlessCompute;

/// <summary>Finds time limits that are over before a machine is there: most often seconds were written where minutes were meant.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TimeoutAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.TimeoutShort];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!call.TargetMethod.Name.StartsWith("With", StringComparison.Ordinal) || !Known.IsOfSdk(call.TargetMethod.ContainingType))
        {
            return;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument is { IsImplicit: false, Parameter.Name: { } name } && name.EndsWith("timeout", StringComparison.OrdinalIgnoreCase) && Ticks(argument.Value) is > 0 and < TimeSpan.TicksPerMinute and var ticks)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.TimeoutShort, argument.Value.Syntax.GetLocation(), new TimeSpan(ticks).ToString("c", System.Globalization.CultureInfo.InvariantCulture)));
            }
        }
    }

    /// <summary>The length of a time that is written with constants; null for any other.</summary>
    private static long? Ticks(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value switch
        {
            IInvocationOperation { TargetMethod: { ContainingType.Name: nameof(TimeSpan), Name: var unit } } call when UnitOf(unit) is { } length => Scaled(call.Arguments, [length]),
            IObjectCreationOperation { Type.Name: nameof(TimeSpan), Arguments: { Length: 1 } ticks } => Scaled(ticks, [1]),
            IObjectCreationOperation { Type.Name: nameof(TimeSpan), Arguments: { Length: 3 } times } => Scaled(times, [TimeSpan.TicksPerHour, TimeSpan.TicksPerMinute, TimeSpan.TicksPerSecond]),
            _ => null,
        };
    }

    private static long? UnitOf(string factory) => factory switch
    {
        nameof(TimeSpan.FromTicks) => 1,
        "FromMicroseconds" => TimeSpan.TicksPerMillisecond / 1000,
        nameof(TimeSpan.FromMilliseconds) => TimeSpan.TicksPerMillisecond,
        nameof(TimeSpan.FromSeconds) => TimeSpan.TicksPerSecond,
        nameof(TimeSpan.FromMinutes) => TimeSpan.TicksPerMinute,
        nameof(TimeSpan.FromHours) => TimeSpan.TicksPerHour,
        _ => null,
    };

    /// <summary>The sum of the arguments, each in its unit; the compiler's own, for what was left out, are nothing.</summary>
    private static long? Scaled(ImmutableArray<IArgumentOperation> arguments, long[] units)
    {
        double sum = 0;
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].ArgumentKind == ArgumentKind.DefaultValue)
            {
                continue;
            }

            if (i >= units.Length || arguments[i].Value.ConstantValue is not { HasValue: true, Value: IConvertible number } || number is string)
            {
                return null;
            }

            sum += units[i] * number.ToDouble(System.Globalization.CultureInfo.InvariantCulture);
        }

        return sum is > long.MinValue and < long.MaxValue ? (long)sum : null;
    }
}
