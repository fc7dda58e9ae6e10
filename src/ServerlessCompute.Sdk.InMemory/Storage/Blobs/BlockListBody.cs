using System.Xml;

namespace ServerlessCompute;

/// <summary>Reads the body of Put Block List.</summary>
internal static class BlockListBody
{
    private const int LongestId = 64;
    private const int MostBlocks = 50_000;

    // No document types: nothing of a request's XML is ever fetched or expanded.
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true };

    /// <summary>The references in order.</summary>
    /// <exception cref="BlobException">400: the body is no block list.</exception>
    public static IReadOnlyList<BlockReference> Read(ReadOnlyMemory<byte> body)
    {
        var references = new List<BlockReference>();
        try
        {
            using Stream stream = BlobContent.FromBytes(body).OpenRead();
            using var reader = XmlReader.Create(stream, Settings);
            reader.MoveToContent();
            reader.ReadStartElement("BlockList");
            while (reader.NodeType == XmlNodeType.Element)
            {
                string kind = reader.LocalName;
                string id = reader.ReadElementContentAsString();
                if (kind is not ("Committed" or "Uncommitted" or "Latest") || !IsBlockId(id) || references.Count == MostBlocks)
                {
                    throw BlobException.InvalidBlockList();
                }

                references.Add(new BlockReference(kind, id));
            }
        }
        catch (XmlException)
        {
            throw BlobException.InvalidXml();
        }

        return references;
    }

    /// <summary>Whether the text is base64 of 1 to 64 bytes.</summary>
    public static bool IsBlockId(string id)
    {
        Span<byte> bytes = stackalloc byte[LongestId];
        return Convert.TryFromBase64String(id, bytes, out int count) && count > 0;
    }
}
