export const SCRIPT_TAGS_QUERY = `#graphql
  query AisleScriptTags {
    scriptTags(first: 100) {
      nodes { id src createdAt displayScope }
    }
  }
`;

export const SCRIPT_TAG_CREATE_MUTATION = `#graphql
  mutation AisleScriptTagCreate($src: URL!) {
    scriptTagCreate(input: { src: $src, displayScope: ONLINE_STORE, cache: true }) {
      scriptTag { id src createdAt displayScope }
      userErrors { message }
    }
  }
`;

export const SCRIPT_TAG_DELETE_MUTATION = `#graphql
  mutation AisleScriptTagDelete($id: ID!) {
    scriptTagDelete(id: $id) {
      deletedScriptTagId
      userErrors { message }
    }
  }
`;
