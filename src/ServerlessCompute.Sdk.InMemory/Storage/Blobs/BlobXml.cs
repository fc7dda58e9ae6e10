using System.Globalization;
using System.Text;
using System.Xml;

namespace ServerlessCompute;

/// <summary>The XML bodies of the blob service. They start with a byte order mark, as recorded.</summary>
internal static class BlobXml
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true) };

    public static EngineResponse Response(int status, byte[] xml) =>
        new EngineResponse(status, xml, "application/xml").With("Content-Length", xml.Length.ToString(CultureInfo.InvariantCulture));

    public static byte[] Error(BlobException error, string requestId, DateTimeOffset now) => Write(writer =>
    {
        writer.WriteStartElement("Error");
        writer.WriteElementString("Code", error.Code);
        writer.WriteElementString("Message", $"{error.Message}\nRequestId:{requestId}\nTime:{now.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffffZ}");
        foreach ((string name, string value) in error.Details)
        {
            writer.WriteElementString(name, Printable(value));
        }

        writer.WriteEndElement();
    });

    public static byte[] Listing(BlobCall call, BlobPage page, string prefix, string? delimiter, string? marker, int? maxResults, bool metadata) => Write(writer =>
    {
        writer.WriteStartElement("EnumerationResults");
        writer.WriteAttributeString("ServiceEndpoint", $"{call.Uri.GetLeftPart(UriPartial.Authority)}/");
        writer.WriteAttributeString("ContainerName", call.Container);
        Optional(writer, "Prefix", prefix);
        Optional(writer, "Marker", marker);
        Optional(writer, "MaxResults", maxResults?.ToString(CultureInfo.InvariantCulture));
        Optional(writer, "Delimiter", delimiter);
        writer.WriteStartElement("Blobs");
        foreach (BlobEntry entry in page.Entries)
        {
            writer.WriteStartElement(entry.Blob is null ? "BlobPrefix" : "Blob");
            Name(writer, entry.Name);
            if (entry.Blob is { } blob)
            {
                Properties(writer, blob);
                if (metadata)
                {
                    Metadata(writer, blob);
                }
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteElementString("NextMarker", page.NextMarker ?? "");
        writer.WriteEndElement();
    });

    public static byte[] BlockList(IReadOnlyList<Block>? committed, IReadOnlyList<Block>? staged) => Write(writer =>
    {
        writer.WriteStartElement("BlockList");
        Blocks(writer, "CommittedBlocks", committed);
        Blocks(writer, "UncommittedBlocks", staged);
        writer.WriteEndElement();
    });

    private static byte[] Write(Action<XmlWriter> body)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            body(writer);
        }

        return stream.ToArray();
    }

    private static void Optional(XmlWriter writer, string element, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteElementString(element, Printable(value));
        }
    }

    private static void Name(XmlWriter writer, string name)
    {
        writer.WriteStartElement("Name");
        if (IsPrintable(name))
        {
            writer.WriteString(name);
        }
        else
        {
            writer.WriteAttributeString("Encoded", "true");
            writer.WriteString(Uri.EscapeDataString(name));
        }

        writer.WriteEndElement();
    }

    private static void Properties(XmlWriter writer, Blob blob)
    {
        writer.WriteStartElement("Properties");
        writer.WriteElementString("Creation-Time", blob.Created.ToString("R", CultureInfo.InvariantCulture));
        writer.WriteElementString("Last-Modified", blob.LastModified.ToString("R", CultureInfo.InvariantCulture));
        writer.WriteElementString("Etag", blob.ETag.Trim('"'));
        writer.WriteElementString("Content-Length", blob.Content.Length.ToString(CultureInfo.InvariantCulture));
        writer.WriteElementString("Content-Type", Printable(blob.Headers.ContentType));
        writer.WriteElementString("Content-Encoding", Printable(blob.Headers.ContentEncoding ?? ""));
        writer.WriteElementString("Content-Language", Printable(blob.Headers.ContentLanguage ?? ""));
        writer.WriteElementString("Content-CRC64", "");
        writer.WriteElementString("Content-MD5", blob.ContentMd5.IsEmpty ? "" : Convert.ToBase64String(blob.ContentMd5.Span));
        writer.WriteElementString("Cache-Control", Printable(blob.Headers.CacheControl ?? ""));
        writer.WriteElementString("Content-Disposition", Printable(blob.Headers.ContentDisposition ?? ""));
        writer.WriteElementString("BlobType", blob.Kind == BlobKind.Append ? "AppendBlob" : "BlockBlob");
        if (blob.Kind == BlobKind.Block)
        {
            writer.WriteElementString("AccessTier", "Hot");
            writer.WriteElementString("AccessTierInferred", "true");
        }

        writer.WriteElementString("LeaseStatus", "unlocked");
        writer.WriteElementString("LeaseState", "available");
        writer.WriteElementString("ServerEncrypted", "true");
        writer.WriteEndElement();
    }

    private static void Metadata(XmlWriter writer, Blob blob)
    {
        writer.WriteStartElement("Metadata");
        foreach ((string name, string value) in blob.Metadata)
        {
            writer.WriteElementString(name, Printable(value));
        }

        writer.WriteEndElement();
    }

    private static void Blocks(XmlWriter writer, string element, IReadOnlyList<Block>? blocks)
    {
        if (blocks is null)
        {
            return;
        }

        writer.WriteStartElement(element);
        foreach (Block block in blocks)
        {
            writer.WriteStartElement("Block");
            writer.WriteElementString("Name", block.Id);
            writer.WriteElementString("Size", block.Content.Length.ToString(CultureInfo.InvariantCulture));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static bool IsPrintable(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Printable(string text) => IsPrintable(text) ? text : Uri.EscapeDataString(text);
}
