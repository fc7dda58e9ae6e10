namespace ServerlessCompute;

/// <summary>Answers as the service gives them, made up member by member after recorded ones: files of the folder <c>Answers</c>.</summary>
internal static class Answer
{
    public static byte[] Bytes(string name) =>
        File.ReadAllBytes(Repository.Folder("tests", "ServerlessCompute.Sdk.Tests", "Wire", "Answers", $"{name}.json"));
}
