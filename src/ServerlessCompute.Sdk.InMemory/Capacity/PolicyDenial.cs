namespace ServerlessCompute;

/// <summary>A policy that forbids something, and what.</summary>
internal sealed record PolicyDenial(string Policy, string Reason);
