namespace ServerlessCompute;

/// <summary>References to registered assets, as ARM ids (<c>…/data/name/versions/1</c>) or in short (<c>azureml:name:1</c>).</summary>
internal static class AssetId
{
    public static bool TryParse(string id, AssetKind kind, out string name, out string version)
    {
        (name, version) = ("", "");
        string marker = $"/{kind.Segment()}/";
        int start = id.LastIndexOf(marker, StringComparison.OrdinalIgnoreCase);
        if (start >= 0)
        {
            string[] parts = id[(start + marker.Length)..].Split('/');
            if (parts.Length == 3 && parts[1].Equals("versions", StringComparison.OrdinalIgnoreCase))
            {
                (name, version) = (parts[0], parts[2]);
                return true;
            }

            return false;
        }

        string[] shortForm = id.Split(':');
        if (shortForm.Length == 3 && shortForm[0].Equals("azureml", StringComparison.OrdinalIgnoreCase))
        {
            (name, version) = (shortForm[1], shortForm[2]);
            return true;
        }

        return false;
    }
}
