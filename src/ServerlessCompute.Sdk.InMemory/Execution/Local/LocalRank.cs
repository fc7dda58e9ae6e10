namespace ServerlessCompute;

/// <summary>One process of a job.</summary>
/// <param name="Index">Its number among all of them, from 0.</param>
/// <param name="Title">What it is called in messages, for example <c>rank 3</c>.</param>
/// <param name="LogPath">Its log in the run.</param>
/// <param name="IsServer">Whether it serves the others and is ended when they are done.</param>
/// <param name="Variables">What its launcher would tell it.</param>
internal sealed record LocalRank(int Index, string Title, string LogPath, bool IsServer, IReadOnlyDictionary<string, string> Variables);
